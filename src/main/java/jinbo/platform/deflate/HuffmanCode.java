package jinbo.platform.deflate;

import java.util.PriorityQueue;

/** A canonical Huffman code (RFC 1951, section 3.2.2) for symbols as often as they were counted. */
final class HuffmanCode {

    /** The longest code that the format can tell of. */
    private static final int LONGEST = 15;

    private final int[] lengths;
    private final int[] codes;

    private HuffmanCode(int[] lengths) {
        this.lengths = lengths;
        this.codes = codesOf(lengths);
    }

    /** The shortest code; symbols that never occur have none. */
    static HuffmanCode of(int[] counts) {
        int[] weights = counts.clone();
        while (true) {
            int[] lengths = lengthsFor(weights);
            if (longest(lengths) <= LONGEST) {
                return new HuffmanCode(lengths);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] = (weights[i] + 1) / 2;
            }
        }
    }

    /** How many symbols there are up to the last one that has a code, at least so many. */
    int symbols(int atLeast) {
        int symbols = lengths.length;
        while (symbols > atLeast && lengths[symbols - 1] == 0) {
            symbols--;
        }
        return symbols;
    }

    /** Bits of a symbol's code; 0 if it has none. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** A symbol's code, its first bit the lowest. */
    int code(int symbol) {
        return codes[symbol];
    }

    private static int[] lengthsFor(int[] weights) {
        PriorityQueue<Node> queue = new PriorityQueue<>();
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                queue.add(new Node(weights[i], i));
            }
        }
        int[] lengths = new int[weights.length];
        if (queue.size() == 1) {
            lengths[queue.remove().symbol] = 1;
            return lengths;
        }
        int made = weights.length;
        while (queue.size() > 1) {
            Node one = queue.remove();
            Node other = queue.remove();
            queue.add(new Node(one.weight + other.weight, made++, one, other));
        }
        if (!queue.isEmpty()) {
            queue.remove().measure(0, lengths);
        }
        return lengths;
    }

    private static int longest(int[] lengths) {
        int longest = 0;
        for (int length : lengths) {
            longest = Math.max(longest, length);
        }
        return longest;
    }

    /** Codes go into the stream with their highest bit first, so they are kept turned round. */
    private static int[] codesOf(int[] lengths) {
        int[] next = new int[LONGEST + 2];
        for (int length : lengths) {
            if (length > 0) {
                next[length + 1]++;
            }
        }
        for (int length = 1; length <= LONGEST; length++) {
            next[length] = length == 1 ? 0 : (next[length - 1] + next[length]) << 1;
        }
        int[] codes = new int[lengths.length];
        for (int symbol = 0; symbol < lengths.length; symbol++) {
            int length = lengths[symbol];
            if (length > 0) {
                codes[symbol] = Integer.reverse(next[length]++) >>> Integer.SIZE - length;
            }
        }
        return codes;
    }

    /** A symbol, or two nodes that share the beginning of their codes; the earlier made first where weights are the same. */
    private static final class Node implements Comparable<Node> {

        private final int weight;
        private final int symbol;
        private final Node[] below;

        Node(int weight, int symbol, Node... below) {
            this.weight = weight;
            this.symbol = symbol;
            this.below = below;
        }

        void measure(int depth, int[] lengths) {
            if (below.length == 0) {
                lengths[symbol] = depth;
            }
            for (Node node : below) {
                node.measure(depth + 1, lengths);
            }
        }

        @Override
        public int compareTo(Node other) {
            return weight == other.weight
                    ? Integer.compare(symbol, other.symbol)
                    : Integer.compare(weight, other.weight);
        }
    }
}
