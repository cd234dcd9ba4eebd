/** One attempt's output, as `ExchangeId` and `TaskRef` of the wire name it. Absent numbers are 0 there. */
export interface ExchangeName {
  readonly job: string;
  readonly stage: number;
  readonly task: number;
  readonly attempt: number;
}

export interface ExchangeNameOnWire {
  readonly job?: string | null;
  readonly stage?: number | null;
  readonly task?: number | null;
  readonly attempt?: number | null;
}

/** Fills in what the wire leaves out. */
export function exchangeName(wire: ExchangeNameOnWire | null | undefined): ExchangeName {
  return { job: wire?.job ?? '', stage: wire?.stage ?? 0, task: wire?.task ?? 0, attempt: wire?.attempt ?? 0 };
}

/** As text: job/stage/task/attempt. */
export function exchangeText({ job, stage, task, attempt }: ExchangeName): string {
  return `${job}/${stage}/${task}/${attempt}`;
}
