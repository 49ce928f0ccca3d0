package jinbo.accesslog.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The proof of one entry as a text that stands for itself (C2SP {@code tlog-proof}).
 *
 * @param entry the entry's bytes, which this log puts into the {@code extra} line
 * @param checkpoint the signed head, verified
 */
record TlogProof(Optional<byte[]> entry, long index, InclusionProof inclusion, Checkpoint checkpoint) {

    static final int MOST_BYTES = 1 << 20;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** @throws MalformedException if it is no such proof, or its checkpoint is not signed by the key */
    static TlogProof read(byte[] bytes, VerifierKey key) throws MalformedException {
        String text = NoteText.of(bytes);
        int end = text.indexOf("\n\n");
        if (end < 0) {
            throw new MalformedException(Fault.PROOF_SHAPE);
        }
        List<String> lines = List.of(text.substring(0, end).split("\n", -1));
        int next = 1;
        Optional<byte[]> entry = Optional.empty();
        if (lines.size() > next && lines.get(next).startsWith(EXTRA)) {
            entry = Optional.of(CanonicalBase64.read(lines.get(next++).substring(EXTRA.length()), Fault.PROOF_SHAPE));
        }
        if (!lines.get(0).equals(HEADER)
                || lines.size() <= next
                || !lines.get(next).startsWith(INDEX)
                || lines.size() - next > Long.SIZE + 1) {
            throw new MalformedException(Fault.PROOF_SHAPE);
        }
        long index = Checkpoint.number(lines.get(next++).substring(INDEX.length()), Fault.PROOF_SHAPE);
        List<Hash> hashes = new ArrayList<>();
        for (String line : lines.subList(next, lines.size())) {
            hashes.add(Hash.read(line, Fault.PROOF_SHAPE));
        }
        return new TlogProof(entry, index, new InclusionProof(hashes), Checkpoint.open(text.substring(end + 2), key));
    }
}
