package jinbo.operator.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.participant.insurer.InsurerLine;
import jinbo.platform.files.OwnerOnlyFile;
import jinbo.testing.CaseActions;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import jinbo.testing.LeakCheck;
import jinbo.testing.SettableClock;
import jinbo.testing.Steps;
import jinbo.testing.TestExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A complaint goes its way between the association and an insurer, both by their commands. */
class PartnerCasesStoryIT {

    private static final String NOW = "2026-03-02T09:00:00+08:00";
    private static final long CONSUMER = 13810001234L;
    private static final Path KEYS = Path.of("keys-sample");

    private final SettableClock clock = new SettableClock(NOW);
    private final Steps steps = new Steps();

    @TempDir
    private Path folder;

    private TestExchange exchange;
    private CaseActions cases;
    private CommandSession association;
    private CommandSession partner;

    @Test
    void anInsurerReadsWhatItIsAskedAnswersAndReadsWhatWasDecided() {
        try (TestExchange started = TestExchange.start(folder.resolve("home"), clock)) {
            exchange = started;
            cases = new CaseActions(exchange, clock);
            association = CommandSession.over(exchange);
            partner = association.partner(folder.resolve("own"));
            steps.take("the insurer sets up its side", this::setsUp);
            assertThat(partner.type("cases").out()).contains("No call complaints to answer.");
            CaseNumber accepted = cases.complain(CONSUMER, Optional.of("YUNHE"), Optional.of("010 5555 0123"));
            CaseNumber disputed = cases.complain(CONSUMER + 1, InsurerLine.parse("YUNHE/LIFE"));
            CaseNumber others = cases.complain(CONSUMER + 2, "CHANGQING");

            steps.take("the insurer reads what it is asked", () -> isAsked(accepted, disputed, others));
            steps.take("the insurer answers", () -> answers(accepted, disputed, others));
            steps.take("the insurer reads what was decided", () -> readsWhatWasDecided(accepted));
            steps.take("the numbers are in no file of the insurer", this::theNumbersAreInNoFileOfOurs);
        }
    }

    private void isAsked(CaseNumber accepted, CaseNumber disputed, CaseNumber others) {
        CommandOutput run = association.type("run", "settle-cases", "--insurer", "YUNHE");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Case files delivered: 1", "cases-YUNHE-20260302-001.csv.pgp");
        assertThat(association.type("run", "settle-cases", "--insurer", "YUNHE").out())
                .contains("No case files were delivered.");
        assertThat(cases.state(others)).isEqualTo(CaseState.OPEN);

        CommandOutput shown = partner.type("cases");
        JsonNode json = partner.json("cases");

        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains("Fetched: 1", accepted.value(), disputed.value(), Long.toString(CONSUMER), "01055550123")
                .contains("2026-03-02 08:00", "2026-03-16")
                .doesNotContain(others.value(), "dinner");
        assertThat(json.at("/fetched/files").size()).as("once").isZero();
        assertThat(json.at("/files/0/file").asString()).isEqualTo("cases-YUNHE-20260302-001.csv.pgp");
        assertThat(json.at("/files/0/asked/0/number").asString()).isEqualTo(accepted.value());
        assertThat(json.at("/files/0/asked/0/mobile").asString()).isEqualTo(Long.toString(CONSUMER));
        assertThat(json.at("/files/0/asked/0/business_line").isNull()).isTrue();
        assertThat(json.at("/files/0/asked/1/business_line").asString()).isEqualTo("LIFE");
        assertThat(json.at("/files/0/asked/1/caller").isNull()).isTrue();
    }

    private void answers(CaseNumber accepted, CaseNumber disputed, CaseNumber others) throws IOException {
        Path table = Files.writeString(
                folder.resolve("answers.csv"),
                "case,answer,dispute,words\r\n" + accepted + ",ACCEPT,,late by a day\r\n" + disputed
                        + ",DISPUTE,NOT_OUR_CALL,\r\n" + others + ",ACCEPT,,\r\n");

        CommandOutput sent = partner.type("answer-cases", table.toString());
        assertThat(sent.out()).contains("Put on the drop: case-answers-YUNHE-20260302-001.csv.pgp");
        assertThat(partner.type("answer-cases", table.toString()).out()).contains("Already put on the drop");
        assertThat(association.type("run", "collect-uploads").out()).contains("case-answers-YUNHE-20260302-001");
        CommandOutput told = partner.type("cases");

        assertThat(told.out()).contains("PARTLY_ACCEPTED", "CASE_UNKNOWN 1");
        assertThat(partner.type("show", "outcome-case-answers-YUNHE-20260302-001.csv.pgp")
                        .out())
                .contains("CASE_UNKNOWN", "协会未就此编号的案件询问贵公司");
        assertThat(List.of(cases.state(accepted), cases.state(disputed))).containsOnly(CaseState.ANSWERED);
        assertThat(cases.state(others)).isEqualTo(CaseState.OPEN);
    }

    private void readsWhatWasDecided(CaseNumber accepted) throws IOException {
        cases.decide(accepted, CaseRuling.VIOLATION, "2026-03-16");
        association.type("run", "settle-cases");

        assertThat(partner.type("cases").out())
                .contains("cases-YUNHE-20260302-002.csv.pgp", "UPHELD", "VIOLATION", "BLOCK", "2026-03-16");

        Path own = folder.resolve("own/inbox");
        Files.copy(own.resolve("cases-YUNHE-20260302-001.csv.pgp"), own.resolve("cases-YUNHE-20260302-003.csv.pgp"));
        Files.copy(
                exchange.drop("CHANGQING", "download").resolve("cases-CHANGQING-20260302-001.csv.pgp"),
                own.resolve("cases-CHANGQING-20260302-001.csv.pgp"));
        CommandOutput forged = partner.type("cases");
        assertThat(forged.exitCode()).isEqualTo(1);
        assertThat(forged.out()).contains("FORGED", "FOREIGN");
    }

    private void theNumbersAreInNoFileOfOurs() throws IOException {
        LeakCheck.of(Long.toString(CONSUMER), "dinner").assertNoneBelow(folder);
    }

    private void setsUp() throws IOException {
        Path certificate = folder.resolve("association.asc");
        Files.writeString(certificate, association.type("key", "export").out(), StandardCharsets.US_ASCII);
        Path secret = folder.resolve("YUNHE.secret.asc");
        new OwnerOnlyFile(secret).write(Files.readString(KEYS.resolve("YUNHE.secret.asc")));
        CommandOutput init = partner.type(
                "init",
                "YUNHE",
                "--drop",
                exchange.drop("YUNHE", "").toString(),
                "--secret-key",
                secret.toString(),
                "--association",
                certificate.toString());
        assertThat(init.err()).isEmpty();
    }
}
