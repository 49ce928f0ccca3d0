package jinbo.participant.staff;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jinbo.participant.staff.RequestFiles.CheckedCopies;
import jinbo.platform.home.DatabaseKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

class SecondPersonIT {

    @TempDir
    private Path folder;

    private AssociationFixture associationFixture;

    @BeforeEach
    void threeKeyOfficersAndTwoOperators() {
        associationFixture = new AssociationFixture(folder, DatabaseKind.OWN);
        List.of("wang", "li", "sun").forEach(name -> associationFixture.join(name, Role.KEY_OFFICER));
        List.of("zhao", "qian").forEach(name -> associationFixture.join(name, Role.OPERATOR));
        associationFixture.join("feng", Role.AUDITOR);
    }

    @AfterEach
    void close() {
        associationFixture.close();
    }

    @Test
    void bothNamesAreOnTheDeed() throws IOException {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);

        AuthorizeCaller.Authorization authorization = confirm(request, "li");

        assertThat(authorization.actor().name()).isEqualTo("wang");
        assertThat(authorization.actor().confirmedBy()).contains("li");
        assertThat(authorization.needsSecondPerson()).isFalse();
        assertThat(state(request)).isEqualTo(Request.State.UNFINISHED);
        associationFixture.bean(Requests.class).complete(request, Request.State.DONE, Optional.empty());
        assertThat(state(request)).isEqualTo(Request.State.DONE);
    }

    @Test
    void nobodyMayConfirmTheirOwnRequest() {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "wang"))
                .is(error(StaffError.SAME_PERSON));
        assertThat(associationFixture.refusals()).singleElement().asString().startsWith("wang DECIDE: ");
        associationFixture.bean(SecondPerson.class).refuse(request.id(), "a mistake", associationFixture.claim("wang"));

        assertThat(state(request)).isEqualTo(Request.State.REFUSED);
        assertNotOpen(request, "li", StaffError.REQUEST_REFUSED);
    }

    @Test
    void theDatabaseRefusesSelfAndDoubleConfirmation() {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> decideBySql(request, "wang", "wang"));
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .as("with another author's name")
                .isThrownBy(() -> decideBySql(request, "sun", "wang"));
        decideBySql(request, "wang", "li");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> decideBySql(request, "wang", "sun"));
        assertThatExceptionOfType(UncategorizedSQLException.class)
                .isThrownBy(() -> associationFixture
                        .parts()
                        .sql()
                        .sql("delete from request_decision")
                        .update())
                .withMessageContaining("never changed or removed");
    }

    @Test
    void onlyARoleOfTheDutyMayConfirm() {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);

        for (String name : List.of("zhao", "feng")) {
            assertThatExceptionOfType(NotPermittedException.class).isThrownBy(() -> confirm(request, name));
        }
        assertThat(state(request)).isEqualTo(Request.State.OPEN);
        assertThat(associationFixture.refusals()).hasSize(2);
    }

    @Test
    void aRevokedPersonTakesNoPartInRequests() {
        Request before = associationFixture.asks("sun", Duty.CHANGE_KEYS);
        associationFixture.leaves("sun");
        Request after = associationFixture.asks("wang", Duty.CHANGE_KEYS);

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(before, "li"))
                .is(error(StaffError.AUTHOR_REVOKED));
        assertThatExceptionOfType(NotProvenException.class).isThrownBy(() -> confirm(after, "sun"));
        assertThat(state(after)).isEqualTo(Request.State.OPEN);
    }

    @Test
    void bothPeopleNeedAnAgreementToOpenNumbers() throws IOException {
        Request request = associationFixture.asks("zhao", Duty.RELEASE_FILES);
        associationFixture.signs("qian");

        assertThatExceptionOfType(NotPermittedException.class)
                .isThrownBy(() -> confirm(request, "qian"))
                .withMessageStartingWith("zhao");
        associationFixture.signs("zhao");

        assertThat(confirm(request, "qian").actor().toDisplayName()).isEqualTo("zhao, confirmed by qian");
    }

    @Test
    void aRequestExpiresAfterFourteenDays() {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);
        associationFixture.clock.pass(Duration.ofDays(14).minusSeconds(1));
        assertThat(associationFixture.bean(Requests.class).findPending()).hasSize(1);
        associationFixture.clock.pass(Duration.ofSeconds(1));

        assertNotOpen(request, "li", StaffError.REQUEST_EXPIRED);
        assertThat(associationFixture.bean(Requests.class).findPending()).isEmpty();
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes() throws Exception {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<String> outcomes = new ArrayList<>();
        try {
            List<Future<String>> both = List.of(
                    two.submit(confirming(request, "li", together)), two.submit(confirming(request, "sun", together)));
            for (Future<String> one : both) {
                outcomes.add(one.get());
            }
        } finally {
            two.shutdown();
        }

        assertThat(outcomes).containsExactlyInAnyOrder("confirmed", "REQUEST_UNFINISHED");
    }

    @Test
    void doesNotRepeatAnInterruptedRequest() throws IOException {
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS);
        confirm(request, "li");

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "sun"))
                .is(error(StaffError.REQUEST_UNFINISHED))
                .withMessageContaining("not carried out twice")
                .withMessageContaining("send it again");
        assertThat(associationFixture.bean(Requests.class).findPending())
                .as("somebody has to look")
                .extracting(Request::id)
                .containsExactly(request.id());
    }

    @Test
    void refusesStoredFileThatHasChanged() throws IOException {
        RequestFiles files = associationFixture.bean(RequestFiles.class);
        Path source = Files.writeString(folder.resolve("yunhe.asc"), "a certificate");
        Request.StoredFile kept = files.keep(1, 3, source);
        Files.writeString(source, "another one");
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS, List.of(kept));
        try (CheckedCopies copies = files.copies(1, request.files())) {
            copies.fill();
            Files.writeString(files.path(1, 3), "a forged one");
            assertThat(copies.path(3)).as("what was checked is what is used").hasContent("a certificate");
        }
        assertThat(associationFixture.home.requests()).isDirectoryNotContaining("glob:**/checked-*");

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "li"))
                .is(error(StaffError.FILE_CHANGED))
                .withMessageContaining("yunhe.asc");
        Files.delete(files.path(1, 3));
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "li"))
                .is(error(StaffError.FILE_CHANGED));
        assertThat(state(request)).isEqualTo(Request.State.OPEN);
        assertThat(associationFixture.refusals()).hasSize(2).allMatch(entry -> entry.startsWith("li DECIDE: "));
    }

    @Test
    void refusesStoredFileThatIsNotARegularFile() throws IOException {
        RequestFiles files = associationFixture.bean(RequestFiles.class);
        Path source = Files.writeString(folder.resolve("yunhe.asc"), "a certificate");
        Request.StoredFile kept = files.keep(1, 3, source);
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS, List.of(kept));
        Files.delete(files.path(1, 3));
        Files.createSymbolicLink(files.path(1, 3), source);

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "li"))
                .is(error(StaffError.FILE_CHANGED));
    }

    /** A named pipe could return other bytes to the second reader. */
    @Test
    @Tag("interop")
    @Timeout(60)
    void doesNotOpenAPipeInPlaceOfAStoredFile() throws Exception {
        RequestFiles files = associationFixture.bean(RequestFiles.class);
        Request.StoredFile kept = files.keep(1, 3, Files.writeString(folder.resolve("yunhe.asc"), "a certificate"));
        Request request = associationFixture.asks("wang", Duty.CHANGE_KEYS, List.of(kept));
        Path pipe = files.path(1, 3);
        Files.delete(pipe);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is not installed");
        assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                        .start()
                        .waitFor())
                .isZero();
        Thread attacker = new Thread(() -> writeInto(pipe, "a certificate"));
        attacker.setDaemon(true);
        attacker.start();

        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, "li"))
                .is(error(StaffError.FILE_CHANGED));

        Files.newInputStream(pipe).close();
        attacker.join();
    }

    private static void writeInto(Path pipe, String text) {
        try {
            Files.writeString(pipe, text);
        } catch (IOException nobodyReads) {
            // expected
        }
    }

    private Callable<String> confirming(Request request, String name, CyclicBarrier together) {
        return () -> {
            together.await();
            try {
                confirm(request, name);
                return "confirmed";
            } catch (StaffException e) {
                return e.error().name();
            }
        };
    }

    private void decideBySql(Request request, String author, String by) {
        associationFixture
                .parts()
                .sql()
                .sql("insert into request_decision (request, requested_by, decision, decided_by, decided_at)"
                        + " values (?, ?, 'CONFIRMED', ?, now())")
                .params(request.id(), author, by)
                .update();
    }

    private void assertNotOpen(Request request, String confirming, StaffError expected) {
        assertThatExceptionOfType(StaffException.class)
                .isThrownBy(() -> confirm(request, confirming))
                .is(error(expected));
    }

    private Request.State state(Request request) {
        return associationFixture.bean(Requests.class).get(request.id()).state(associationFixture.clock.instant());
    }

    private AuthorizeCaller.Authorization confirm(Request request, String name) throws IOException {
        try (CheckedCopies copies = associationFixture.bean(RequestFiles.class).copies(request.id(), request.files())) {
            return associationFixture
                    .bean(SecondPerson.class)
                    .confirm(request.id(), associationFixture.claim(name), second -> {}, copies, Optional.empty())
                    .authorization();
        }
    }
}
