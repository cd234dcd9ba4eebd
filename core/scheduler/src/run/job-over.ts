import { cancelledError } from '@arbalest/spi';

/** Why signals abort when their job has ended as it should. One for all jobs: an error costs a stack trace, and every job ends. */
export const JOB_OVER = cancelledError('JOB_OVER', 'The job is over');
