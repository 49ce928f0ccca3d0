package jinbo.demo;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.InsurerCode;
import jinbo.reference.business.LineCode;

/** The fictitious insurers of the demo, whose keys are published. */
enum SampleInsurer {
    YUNHE("云河人寿 Yunhe Life", "LIFE"),
    CHANGQING("长青人寿 Changqing Life", "LIFE"),
    BEIDOU("北斗财险 Beidou Property", "MOTOR", "PROPERTY");

    private final String fullName;
    private final Set<LineCode> lines;

    SampleInsurer(String fullName, String... lines) {
        this.fullName = fullName;
        this.lines = Stream.of(lines).map(LineCode::new).collect(Collectors.toCollection(TreeSet::new));
    }

    InsurerCode code() {
        return new InsurerCode(name());
    }

    /** Public, because the page's template calls it. */
    public String fullName() {
        return fullName;
    }

    Set<LineCode> lines() {
        return lines;
    }
}
