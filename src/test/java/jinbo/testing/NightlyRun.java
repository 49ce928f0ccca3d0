package jinbo.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether this is a run of {@code mvn -Pnightly verify}, which tries everything of which a build tries a sample, and
 * which part of it: {@code -Dnightly.part=3/8} is the third of eight, with {@code -Dnightly.sample=true} it is a part
 * without what takes long in one piece, but with a look at each fuzz target.
 *
 * <p>What consists of many small pieces is dealt out like cards, so that every part has its share; what is one long
 * piece belongs to the part of its number.
 */
public final class NightlyRun {

    private static final Optional<Part> PART =
            Optional.ofNullable(System.getProperty("jinbo.nightly.part")).map(Part::parse);
    private static final boolean SAMPLE = Boolean.getBoolean("jinbo.nightly.sample");

    private NightlyRun() {}

    /** Whether everything is tried. */
    public static boolean isOn() {
        return PART.isPresent();
    }

    /** Those pieces that belong to this part; all of them in a build, which has drawn its sample itself. */
    public static <T> List<T> share(List<T> pieces) {
        return PART.map(part -> part.share(pieces)).orElse(pieces);
    }

    /**
     * Skips a test that is one long piece where it belongs to another part.
     *
     * @param number of the piece, from 1 on; parts take them in turn
     */
    public static void assumePartOf(int number) {
        PART.ifPresent(part -> {
            assumeTrue(!SAMPLE, "left out of a sample of the nightly run");
            assumeTrue(part.has(number), "belongs to another part of the nightly run");
        });
    }

    /**
     * The same for a fuzz target, of which each sample has a look.
     *
     * @param number of the piece, from 1 on
     */
    public static void assumeFuzzPartOf(int number) {
        PART.ifPresent(part -> assumeTrue(SAMPLE || part.has(number), "belongs to another part of the nightly run"));
    }

    /**
     * A part of the whole.
     *
     * @param number from 1 on
     * @param of how many
     */
    record Part(int number, int of) {

        Part {
            if (number < 1 || number > of) {
                throw new IllegalArgumentException(
                        "nightly.part is " + number + "/" + of + "; the first number must be from 1 to the second");
            }
        }

        static Part parse(String text) {
            if (!text.matches("[0-9]{1,4}/[0-9]{1,4}")) {
                throw new IllegalArgumentException("nightly.part is \"" + text + "\"; give it as 3/8");
            }
            String[] numbers = text.split("/");
            return new Part(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
        }

        <T> List<T> share(List<T> pieces) {
            return IntStream.range(0, pieces.size())
                    .filter(i -> has(i + 1))
                    .mapToObj(pieces::get)
                    .toList();
        }

        boolean has(int piece) {
            return (piece - 1) % of == number - 1;
        }
    }
}
