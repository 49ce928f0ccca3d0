package jinbo.accesslog;

import jinbo.accesslog.tlog.TreeHash;

/** The size and the root hash of the log's Merkle tree. */
record TreeHead(long size, TreeHash root) {}
