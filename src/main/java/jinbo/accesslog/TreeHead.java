package jinbo.accesslog;

import jinbo.accesslog.tlog.TreeHash;

/** @param size number of entries that have a place */
record TreeHead(long size, TreeHash root) {}
