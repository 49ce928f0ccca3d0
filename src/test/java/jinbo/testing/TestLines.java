package jinbo.testing;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.reference.business.LineCode;

/** Lines of business in a few words. */
public final class TestLines {

    public static final Set<LineCode> LIFE = of("LIFE");
    public static final Set<LineCode> MOTOR = of("MOTOR");
    public static final Set<LineCode> PROPERTY = of("PROPERTY");

    private TestLines() {}

    /** Those of these codes, in order. */
    public static Set<LineCode> of(String... codes) {
        return Stream.of(codes).map(LineCode::new).collect(Collectors.toCollection(TreeSet::new));
    }
}
