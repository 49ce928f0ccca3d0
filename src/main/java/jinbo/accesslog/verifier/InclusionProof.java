package jinbo.accesslog.verifier;

import java.util.List;

/**
 * Leads from one entry to the root of a tree (RFC 6962, 2.1.1; verified as in RFC 9162, 2.1.3.2).
 *
 * @param hashes from the leaf's sibling up
 */
public record InclusionProof(List<Hash> hashes) {

    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /** Whether these bytes are the entry at this index of the log that the checkpoint signs; nothing may be left over. */
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
                // a last node without a sibling stands for itself on the levels above
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
