package jinbo.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What the sample insurers upload; the CSV files lie beside this class. */
enum SampleUpload {
    /** Sound rows only. */
    CLEAN(SampleInsurer.YUNHE, 1, "clean"),
    /** 80 rows, 16 of them bad in a dozen ways, and sound ones as people type them. */
    MIXED(SampleInsurer.YUNHE, 2, "mixed"),
    /** A header and no row: nobody complained. */
    NIL(SampleInsurer.CHANGQING, 1, "nil"),
    /** Two rows in three are landlines: somebody exported the wrong column. */
    HELD(SampleInsurer.CHANGQING, 2, "held"),
    /** For Changqing's drop, but signed by Beidou. */
    FOREIGN(SampleInsurer.CHANGQING, 3, "foreign"),
    /** The line broke off, and somebody renamed what had arrived. */
    CUT_SHORT(SampleInsurer.BEIDOU, 1, "cut-short"),
    /** About one line of business or both, and one about a line that Beidou does not sell. */
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

    /** The {@code nnn} of its name. */
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
