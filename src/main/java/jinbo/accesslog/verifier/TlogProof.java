package jinbo.accesslog.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A self-contained proof that an entry is in a log (C2SP {@code tlog-proof}); its {@code extra} line is the entry. */
record TlogProof(Optional<byte[]> entry, long index, InclusionProof inclusion, Checkpoint checkpoint) {

    static final int MOST_BYTES = 1 << 20;

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

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
            entry = Optional.of(NoteText.base64(lines.get(next++).substring(EXTRA.length()), Fault.PROOF_SHAPE));
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

    /** The hashes beside the way from a leaf up to the root (RFC 6962, 2.1.1; verified as in RFC 9162, 2.1.3.2). */
    public record InclusionProof(List<Hash> hashes) {

        public InclusionProof {
            hashes = List.copyOf(hashes);
        }

        /** Verifies that the bytes are the entry at this index of the checkpoint's log. */
        public boolean proves(byte[] entry, long index, Checkpoint checkpoint) {
            if (index < 0 || index >= checkpoint.size()) {
                return false;
            }
            TreeHasher hasher = new TreeHasher();
            long node = index;
            long last = checkpoint.size() - 1;
            Hash hash = hasher.leaf(entry);
            for (Hash sibling : hashes) {
                if (last == 0) {
                    return false;
                }
                if ((node & 1) == 1 || node == last) {
                    hash = hasher.node(sibling, hash);
                    // the last node of a level without a sibling is its own parent
                    int lone = Long.numberOfTrailingZeros(node);
                    node >>= lone;
                    last >>= lone;
                } else {
                    hash = hasher.node(hash, sibling);
                }
                node >>= 1;
                last >>= 1;
            }
            return last == 0 && hash.equals(checkpoint.root());
        }
    }
}
