package jinbo.registry.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import jinbo.accesslog.Actor;
import jinbo.exchange.format.ListKind;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.Insurer;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.phone.Mobile;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.ConsumerChoices;
import jinbo.registry.RegistrySnapshot;
import jinbo.registry.RegistrySnapshots;
import jinbo.testing.TestLines;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Full lists and deltas as CSV, with their totals for the full list. */
class RenderedListsIT {

    private static final long NUMBER = 13810001000L;

    private final TestLists test = new TestLists();
    private Insurer insurer;

    @BeforeEach
    void threeConsumersChooseAnInsurer() {
        insurer = test.join();
        choose(NUMBER + 2, Term.SIX_MONTHS);
        choose(NUMBER, Term.SIX_MONTHS);
        choose(NUMBER + 1, Term.SIX_MONTHS);
    }

    @AfterEach
    void close() {
        test.close();
    }

    private record Written(String csv, RenderedList list, long revision) {}

    @Test
    void aFullListHoldsEveryNumberInOrder() throws IOException {
        Written full = full();

        assertThat(full.csv)
                .isEqualTo("mobile,business_line,effective_on,expires_on\r\n"
                        + "13810001000,LIFE,2012-10-09,2013-04-09\r\n"
                        + "13810001001,LIFE,2012-10-09,2013-04-09\r\n"
                        + "13810001002,LIFE,2012-10-09,2013-04-09\r\n");
        assertThat(full.list.rows()).isEqualTo(3);
        assertThat(full.list.entries()).isEqualTo(3);
    }

    @Test
    void aDeltaTellsWhatIsNewWhatHasChangedAndWhatIsGone() throws IOException {
        SealedList before = published();
        test.clock().set("2012-10-09T09:00:00+08:00");
        choose(NUMBER, Term.TWO_YEARS);
        cancel(NUMBER + 1);
        choose(NUMBER + 3, Term.ONE_YEAR);

        Written delta = delta(before);

        assertThat(delta.csv)
                .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n"
                        + "CHANGE,13810001000,LIFE,2012-10-09,2014-10-19\r\n"
                        + "REMOVE,13810001001,LIFE,,\r\n"
                        + "ADD,13810001003,LIFE,2012-10-19,2013-10-19\r\n");
        assertThat(delta.list.rows()).isEqualTo(3);
        assertThat(delta.list.entries()).isEqualTo(3);
        assertThat(delta.list.listDigest()).isEqualTo(full().list.listDigest());
    }

    @Test
    void whereAnInsurerHasBlocksOfItsOwnItsDeltaIsNotThatOfOthers() throws IOException {
        chooseLine(NUMBER + 20, Term.SIX_MONTHS);
        chooseLine(NUMBER + 22, Term.SIX_MONTHS);
        chooseLine(NUMBER + 24, Term.SIX_MONTHS);
        SealedList before = published();
        Insurer other = test.join();
        test.clock().set("2012-10-09T09:00:00+08:00");
        // the insurer's own blocks before, between and after those of the line
        choose(NUMBER + 9, Term.ONE_YEAR);
        choose(NUMBER + 23, Term.ONE_YEAR);
        choose(NUMBER + 30, Term.ONE_YEAR);
        chooseLine(NUMBER + 10, Term.ONE_YEAR);
        chooseLine(NUMBER + 21, Term.ONE_YEAR);
        chooseLine(NUMBER + 22, Term.TWO_YEARS);
        // other insurers may call again
        choose(NUMBER + 20, Term.TWO_YEARS);
        cancel(NUMBER + 24);

        try (RegistrySnapshot snapshot = test.bean(RegistrySnapshots.class).open()) {
            SharedDeltas deltas = test.deltas(snapshot, today());
            Written own = delta(deltas, insurer, before, snapshot.revision());
            Written others = delta(deltas, other, before, snapshot.revision());

            assertThat(own.csv)
                    .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n"
                            + "ADD,13810001009,LIFE,2012-10-19,2013-10-19\r\n"
                            + "ADD,13810001010,LIFE,2012-10-19,2013-10-19\r\n"
                            + "CHANGE,13810001020,LIFE,2012-10-09,2014-10-19\r\n"
                            + "ADD,13810001021,LIFE,2012-10-19,2013-10-19\r\n"
                            + "CHANGE,13810001022,LIFE,2012-10-09,2014-10-19\r\n"
                            + "ADD,13810001023,LIFE,2012-10-19,2013-10-19\r\n"
                            + "REMOVE,13810001024,LIFE,,\r\n"
                            + "ADD,13810001030,LIFE,2012-10-19,2013-10-19\r\n");
            assertThat(own.list.rows()).isEqualTo(8);
            assertThat(own.list.entries()).isEqualTo(10);
            assertThat(own.list.listDigest()).isEqualTo(full().list.listDigest());
            assertThat(others.csv)
                    .isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n"
                            + "ADD,13810001010,LIFE,2012-10-19,2013-10-19\r\n"
                            + "REMOVE,13810001020,LIFE,,\r\n"
                            + "ADD,13810001021,LIFE,2012-10-19,2013-10-19\r\n"
                            + "CHANGE,13810001022,LIFE,2012-10-09,2014-10-19\r\n"
                            + "REMOVE,13810001024,LIFE,,\r\n");
            assertThat(others.list.rows()).isEqualTo(5);
        }
    }

    @Test
    void datesThatPassChangeListsToo() throws IOException {
        SealedList before = published();
        test.clock().set("2013-04-09T00:00:00+08:00");

        Written delta = delta(before);

        assertThat(delta.csv).contains("REMOVE,13810001000,LIFE,,").contains("REMOVE,13810001002,LIFE,,");
        assertThat(delta.list.entries()).isZero();
        assertThat(delta.list.listDigest()).isEqualTo(TestLists.EMPTY);
    }

    @Test
    void noChangeIsAnEmptyDelta() throws IOException {
        SealedList before = published();

        Written delta = delta(before);

        assertThat(delta.csv).isEqualTo("action,mobile,business_line,effective_on,expires_on\r\n");
        assertThat(delta.list.rows()).isZero();
        assertThat(delta.list.entries()).isEqualTo(3);
        assertThat(delta.list.listDigest()).isEqualTo(before.manifest().listDigest());
    }

    @Test
    void aStreamThatFailsIsTold() throws IOException {
        SealedList before = published();
        manyChoices();
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        try (RegistrySnapshot snapshot = test.bean(RegistrySnapshots.class).open()) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> list(snapshot).writeTo(full, OutputStream.nullOutputStream()))
                    .withMessage("the disk is full");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> list(snapshot).writeTo(OutputStream.nullOutputStream(), full))
                    .withMessage("the disk is full");
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> test.bean(RenderBlockListDelta.class)
                            .delta(test.permit(), test.deltas(snapshot, today()), insurer.lines(), before, full))
                    .withMessage("the disk is full");
        }
    }

    /** More than a buffer holds. */
    private void manyChoices() {
        for (int i = 10; i < 30; i++) {
            choose(NUMBER + i, Term.ONE_YEAR);
        }
    }

    private SealedList published() throws IOException {
        Written full = full();
        return test.record(
                insurer,
                ListKind.FULL,
                test.clock().instant().toString(),
                full.revision,
                full.list.entries(),
                full.list.listDigest());
    }

    private Written full() throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (RegistrySnapshot snapshot = test.bean(RegistrySnapshots.class).open()) {
            FullList list = list(snapshot);
            list.writeTo(csv, OutputStream.nullOutputStream());
            assertThat(list.length()).isEqualTo(csv.size());
            return new Written(
                    csv.toString(StandardCharsets.US_ASCII), list.rendered(TestLists.EMPTY), snapshot.revision());
        }
    }

    private FullList list(RegistrySnapshot snapshot) {
        return test.bean(RenderBlockList.class).full(test.permit(), test.shared(snapshot, today()), insurer.lines());
    }

    private Written delta(SealedList before) throws IOException {
        try (RegistrySnapshot snapshot = test.bean(RegistrySnapshots.class).open()) {
            return delta(test.deltas(snapshot, today()), insurer, before, snapshot.revision());
        }
    }

    private Written delta(SharedDeltas deltas, Insurer of, SealedList before, long revision) throws IOException {
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        RenderedList list = test.bean(RenderBlockListDelta.class).delta(test.permit(), deltas, of.lines(), before, csv);
        return new Written(csv.toString(StandardCharsets.US_ASCII), list, revision);
    }

    private LocalDate today() {
        return BusinessTime.dateOf(test.clock().instant());
    }

    private void choose(long number, Term term) {
        choose(
                number,
                new ConsumerChoice(Set.of(), Set.of(insurer.lines().get(0).name()), term));
    }

    private void chooseLine(long number, Term term) {
        choose(number, new ConsumerChoice(TestLines.LIFE, Set.of(), term));
    }

    private void choose(long number, ConsumerChoice choice) {
        test.bean(ConsumerChoices.class).choose(new Mobile(number), choice, Actor.batch(), "a test");
    }

    private void cancel(long number) {
        test.bean(ConsumerChoices.class).choose(new Mobile(number), ConsumerChoice.nobody(), Actor.batch(), "a test");
    }
}
