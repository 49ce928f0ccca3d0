package jinbo.accesslog;

/**
 * An entry of the log with what proves that it is there.
 *
 * @param index its place in the tree, from 0
 * @param checkpoint the signed note (C2SP tlog-checkpoint) of a head that covers it
 * @param proof the text of a proof (C2SP tlog-proof) under that head, with the entry in it
 * @param verifierKey what the checkpoint is checked with, in C2SP's spelling
 */
public record ProvenEntry(long index, String checkpoint, String proof, String verifierKey) {}
