package jinbo.accesslog.tlog;

import java.util.ArrayList;
import java.util.List;

/** The proof that entries were only appended to a log (RFC 6962, 2.1.2); empty for equal sizes or an empty log. */
public record ConsistencyProof(long from, long to, List<TreeHash> path) {

    public ConsistencyProof {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("No log grows from " + from + " to " + to + " entries");
        }
        path = List.copyOf(path);
    }

    /** The hashes in base64, as in the field {@code access_log_consistency} of a manifest. */
    public List<String> texts() {
        return path.stream().map(TreeHash::toString).toList();
    }

    /** Verifies the proof (RFC 9162, 2.1.4.2). */
    public boolean holds(TreeHash earlier, TreeHash later) {
        if (from == to) {
            return path.isEmpty() && earlier.equals(later);
        }
        if (from == 0) {
            return path.isEmpty() && earlier.equals(TreeHash.OF_NO_ENTRIES);
        }
        // if the earlier tree is complete, its root is a node of the later tree, and the proof omits it
        List<TreeHash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, earlier);
        }
        return !hashes.isEmpty() && climb(hashes, earlier, later);
    }

    private boolean climb(List<TreeHash> hashes, TreeHash earlier, TreeHash later) {
        int shared = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >>> shared;
        long last = (to - 1) >>> shared;
        TreeHash old = hashes.get(0);
        TreeHash grown = old;
        for (TreeHash hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            boolean right = (node & 1) == 1;
            if (right || node == last) {
                old = TreeHash.ofNode(hash, old);
                grown = TreeHash.ofNode(hash, grown);
                int lone = right ? 0 : Long.numberOfTrailingZeros(node);
                node >>>= lone;
                last >>>= lone;
            } else {
                grown = TreeHash.ofNode(grown, hash);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && old.equals(earlier) && grown.equals(later);
    }
}
