package jinbo.accesslog.verifier;

import java.util.ArrayList;
import java.util.List;

/** The proof that entries were only appended to a log (RFC 6962, 2.1.2; verified as in RFC 9162, 2.1.4.2). */
public record ConsistencyProof(List<Hash> hashes) {

    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /** @throws MalformedException if a text is not a hash in base64, or there are too many */
    public static ConsistencyProof parse(List<String> base64) throws MalformedException {
        if (base64.size() > 2 * Long.SIZE) {
            throw new MalformedException(Fault.CONSISTENCY_WRONG);
        }
        List<Hash> hashes = new ArrayList<>();
        for (String text : base64) {
            hashes.add(Hash.read(text, Fault.CONSISTENCY_WRONG));
        }
        return new ConsistencyProof(hashes);
    }

    public boolean proves(Checkpoint older, Checkpoint newer) {
        if (!older.origin().equals(newer.origin()) || older.size() > newer.size()) {
            return false;
        }
        if (older.size() == newer.size()) {
            return hashes.isEmpty() && older.root().equals(newer.root());
        }
        if (older.size() == 0) {
            return hashes.isEmpty() && older.root().equals(TreeHasher.emptyRoot());
        }
        List<Hash> path = new ArrayList<>(hashes);
        if (Long.bitCount(older.size()) == 1) {
            // the older root is then a node of the newer tree, and the proof omits it
            path.add(0, older.root());
        }
        return !path.isEmpty() && climbs(path, older, newer);
    }

    private static boolean climbs(List<Hash> path, Checkpoint older, Checkpoint newer) {
        TreeHasher hasher = new TreeHasher();
        int whole = Long.numberOfTrailingZeros(older.size());
        long node = older.size() - 1 >> whole;
        long last = newer.size() - 1 >> whole;
        Hash before = path.get(0);
        Hash after = path.get(0);
        for (Hash hash : path.subList(1, path.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = hasher.node(hash, before);
                after = hasher.node(hash, after);
                int lone = Long.numberOfTrailingZeros(node);
                node >>= lone;
                last >>= lone;
            } else {
                after = hasher.node(after, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && before.equals(older.root()) && after.equals(newer.root());
    }
}
