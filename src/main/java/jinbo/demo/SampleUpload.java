package jinbo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The uploads of the sample insurers; their CSV files are resources of this package. */
enum SampleUpload {
    CLEAN(SampleInsurer.YUNHE, 1, "clean"),
    /** 80 rows: 16 with a dozen kinds of faults, the others valid in various notations. */
    MIXED(SampleInsurer.YUNHE, 2, "mixed"),
    /** A header without rows: no complaints. */
    NIL(SampleInsurer.CHANGQING, 1, "nil"),
    /** Two thirds of the rows are landline numbers, as if the wrong column had been exported. */
    HELD(SampleInsurer.CHANGQING, 2, "held"),
    /** In Changqing's drop, but signed by Beidou. */
    FOREIGN(SampleInsurer.CHANGQING, 3, "foreign"),
    /** A truncated file under its final name. */
    CUT_SHORT(SampleInsurer.BEIDOU, 1, "cut-short"),
    /** Complaints about one line of business or both, and one about a line that Beidou does not sell. */
    TWO_LINES(SampleInsurer.BEIDOU, 2, "two-lines");

    private final SampleInsurer insurer;
    private final int number;
    private final String resource;

    SampleUpload(SampleInsurer insurer, int number, String resource) {
        this.insurer = insurer;
        this.number = number;
        this.resource = resource;
    }

    SampleInsurer insurer() {
        return insurer;
    }

    int number() {
        return number;
    }

    byte[] csv() {
        try (InputStream in = SampleUpload.class.getResourceAsStream(resource + ".csv")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
