require('./prepare.js');
import('../bundle/quickstart.js');
