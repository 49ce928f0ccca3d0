package jinbo.platform.deflate;

import java.io.IOException;
import java.util.Arrays;
import java.util.PriorityQueue;

/** Collects and writes a block with dynamic Huffman codes (RFC 1951, section 3.2.7). */
final class DynamicBlock {

    private static final int END = 256;
    private static final int LITERALS_AND_LENGTHS = 286;
    private static final int DISTANCES = 30;

    /** Each code length 0 to 15 is encoded in four bits; run lengths would save only a hundred bytes in a block. */
    private static final int CODE_LENGTHS = 19;

    private static final int RUNS = 3;
    private static final int BITS_OF_LENGTH = 4;

    /** Each is a byte, or a repetition: its length in the upper 16 bits, its distance minus one in the lower 16. */
    private final int[] tokens;

    private final int[] symbolCounts = new int[LITERALS_AND_LENGTHS];
    private final int[] distanceCounts = new int[DISTANCES];
    private int count;

    DynamicBlock(int tokens) {
        this.tokens = new int[tokens];
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == tokens.length;
    }

    /** Adds as many bytes as fit, and returns how many. */
    int literals(byte[] from, int at, int length) {
        int taken = Math.min(length, tokens.length - count);
        for (int i = 0; i < taken; i++) {
            int value = Byte.toUnsignedInt(from[at + i]);
            tokens[count + i] = value;
            symbolCounts[value]++;
        }
        count += taken;
        return taken;
    }

    void repeat(int length, int distance) {
        tokens[count++] = length << Short.SIZE | distance - 1;
        symbolCounts[LengthCodes.symbol(length)]++;
        distanceCounts[DistanceCodes.symbol(distance - 1)]++;
    }

    /** Writes the block, not marked as the final one, and clears it. */
    void write(BitOutput out) throws IOException {
        symbolCounts[END] = 1;
        HuffmanCode symbols = HuffmanCode.of(symbolCounts);
        HuffmanCode distances = HuffmanCode.of(distanceCounts);
        out.put(0b100, 3);
        writeCodes(symbols, distances, out);
        writeTokens(symbols, distances, out);
        out.put(symbols.code(END), symbols.length(END));
        count = 0;
        Arrays.fill(symbolCounts, 0);
        Arrays.fill(distanceCounts, 0);
    }

    private static void writeCodes(HuffmanCode symbols, HuffmanCode distances, BitOutput out) throws IOException {
        int symbolCodes = symbols.symbols(END + 1);
        int distanceCodes = distances.symbols(1);
        out.put(symbolCodes - END - 1, 5);
        out.put(distanceCodes - 1, 5);
        out.put(CODE_LENGTHS - 4, 4);
        for (int i = 0; i < CODE_LENGTHS; i++) {
            out.put(i < RUNS ? 0 : BITS_OF_LENGTH, 3);
        }
        writeLengths(symbols, symbolCodes, out);
        writeLengths(distances, distanceCodes, out);
    }

    private static void writeLengths(HuffmanCode code, int symbols, BitOutput out) throws IOException {
        for (int symbol = 0; symbol < symbols; symbol++) {
            out.put(Integer.reverse(code.length(symbol)) >>> Integer.SIZE - BITS_OF_LENGTH, BITS_OF_LENGTH);
        }
    }

    private void writeTokens(HuffmanCode symbols, HuffmanCode distances, BitOutput out) throws IOException {
        for (int i = 0; i < count; i++) {
            int token = tokens[i];
            int length = token >>> Short.SIZE;
            if (length == 0) {
                out.put(symbols.code(token), symbols.length(token));
            } else {
                writeRepetition(length, token & 0xFFFF, symbols, distances, out);
            }
        }
    }

    private static void writeRepetition(int length, int back, HuffmanCode symbols, HuffmanCode distances, BitOutput out)
            throws IOException {
        int symbol = LengthCodes.symbol(length);
        int distance = DistanceCodes.symbol(back);
        long bits = symbols.code(symbol);
        int count = symbols.length(symbol);
        bits |= (long) LengthCodes.rest(length) << count;
        count += LengthCodes.extra(length);
        bits |= (long) distances.code(distance) << count;
        count += distances.length(distance);
        bits |= (long) DistanceCodes.rest(back) << count;
        out.put(bits, count + DistanceCodes.extra(back));
    }

    /** Symbols for a distance minus one (RFC 1951, section 3.2.5): four symbols, then two for each power of two. */
    private static final class DistanceCodes {

        private DistanceCodes() {}

        static int symbol(int back) {
            int extra = extra(back);
            return 2 * extra + (back >>> extra);
        }

        static int extra(int back) {
            return Integer.SIZE - 2 - Integer.numberOfLeadingZeros(back | 2);
        }

        static int rest(int back) {
            return back & (1 << extra(back)) - 1;
        }
    }

    /** A canonical Huffman code (RFC 1951, section 3.2.2). */
    private static final class HuffmanCode {

        private static final int LONGEST = 15;

        private final int[] lengths;
        private final int[] codes;

        private HuffmanCode(int[] lengths) {
            this.lengths = lengths;
            this.codes = codesOf(lengths);
        }

        /** Returns the optimal code for the counts; symbols that do not occur have none. */
        static HuffmanCode of(int[] counts) {
            int[] weights = counts.clone();
            while (true) {
                int[] lengths = lengthsFor(weights);
                if (Arrays.stream(lengths).max().orElse(0) <= LONGEST) {
                    return new HuffmanCode(lengths);
                }
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = (weights[i] + 1) / 2;
                }
            }
        }

        /** How many symbols there are up to the last symbol that has a code. */
        int symbols(int atLeast) {
            int symbols = lengths.length;
            while (symbols > atLeast && lengths[symbols - 1] == 0) {
                symbols--;
            }
            return symbols;
        }

        int length(int symbol) {
            return lengths[symbol];
        }

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

        /** The codes with their bits reversed, because the stream has the highest bit of a code first. */
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

        /** A node of the Huffman tree: a symbol, or two nodes below. Nodes are ordered by weight, then by creation. */
        private record Node(int weight, int symbol, Node... below) implements Comparable<Node> {

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

    /** Symbols for a length (RFC 1951, section 3.2.5): eight symbols, then four for each power of two. */
    static final class LengthCodes {

        static final int SHORTEST = 3;
        static final int LONGEST = 258;

        private static final int FIRST_SYMBOL = 257;
        private static final int LONGEST_SYMBOL = 285;

        private static final short[] SYMBOLS = new short[LONGEST + 1];
        private static final byte[] EXTRAS = new byte[LONGEST + 1];

        static {
            for (int length = SHORTEST; length < LONGEST; length++) {
                int beyond = length - SHORTEST;
                int extra = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(beyond) - 3);
                EXTRAS[length] = (byte) extra;
                SYMBOLS[length] = (short) (FIRST_SYMBOL + 4 * extra + (beyond >>> extra));
            }
            SYMBOLS[LONGEST] = LONGEST_SYMBOL;
        }

        private LengthCodes() {}

        static int symbol(int length) {
            return SYMBOLS[length];
        }

        static int extra(int length) {
            return EXTRAS[length];
        }

        static int rest(int length) {
            return length - SHORTEST & (1 << EXTRAS[length]) - 1;
        }
    }
}
