package jinbo.accesslog;

import jinbo.accesslog.tlog.TreeHash;

record TreeHead(long size, TreeHash root) {}
