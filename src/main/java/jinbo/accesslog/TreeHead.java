package jinbo.accesslog;

import jinbo.accesslog.tlog.TreeHash;

/**
 * Size and hash of the log's tree, as they are kept.
 *
 * @param size number of entries that have a place
 * @param root hash of their tree
 */
record TreeHead(long size, TreeHash root) {}
