package jinbo.operator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jinbo.exchange.openpgp.CertificateReport;
import jinbo.exchange.openpgp.CertificateReport.Finding;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.exchange.openpgp.KeyFault;
import jinbo.exchange.sftp.check.DropCheckCode;
import jinbo.exchange.sftp.check.DropCheckStep;
import jinbo.operator.drop.DropOperations.DropChecked;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;

class KeyAndDropResultsTest {

    private static final Fingerprint FINGERPRINT = new Fingerprint("0123456789ABCDEF0123456789ABCDEF01234567");
    private static final String IN_GROUPS = "0123 4567 89AB CDEF 0123 4567 89AB CDEF 0123 4567";

    /** Has the name of a record with findings in lines. */
    record OfferedSheet(long copy, Fingerprint fingerprint, List<Finding> findings, Optional<Refusal> refusedBefore) {}

    /** Has the name of a record with a sentence. */
    record Refusal(Instant at, List<String> by, String reason) {}

    record Several(List<OfferedSheet> certificates) {}

    record ExportedKey(Fingerprint fingerprint, Optional<String> file, String armored) {}

    record Listed(List<Key> certificates) {}

    record Key(Fingerprint fingerprint, boolean compromised) {}

    @Test
    void showsSentencesOfCodesWithFactsAndRemedies() {
        DropChecked checked = new DropChecked(
                new InsurerCode("YUNHE"),
                false,
                List.of(
                        step(DropCheckStep.NAME, DropCheckCode.NAME_UNKNOWN, "sftp.example"),
                        step(DropCheckStep.PORT, DropCheckCode.NOT_TRIED)));

        assertThat(told(checked, Language.EN))
                .startsWith("[WRONG] name: the name sftp.example is unknown\n       Compare the name")
                .contains("[not tested] port\n\nThe exchange with YUNHE does not work");
        assertThat(told(checked, Language.ZH)).contains("[未测试] 端口\n");
    }

    private static DropChecked.CheckedStep step(DropCheckStep step, DropCheckCode code, String... facts) {
        return new DropChecked.CheckedStep(step, code.grade(), code, List.of(facts));
    }

    @Test
    void showsRecordsWithListsOneAfterTheOther() {
        Finding unused = new Finding(
                CertificateReport.Finding.Code.KEY_NOT_USED,
                "in English",
                FINGERPRINT,
                "RSA of 1024 bits",
                Optional.empty(),
                Optional.of(new KeyFault(KeyFault.Kind.CANNOT_SIGN, List.of(), true)));
        Refusal refusal = new Refusal(Instant.parse("2026-11-24T01:00:00Z"), List.of("wang", "li"), "unknown");

        assertThat(told(
                        new Several(List.of(
                                new OfferedSheet(1234, FINGERPRINT, List.of(unused), Optional.of(refusal)),
                                new OfferedSheet(7, FINGERPRINT, List.of(unused), Optional.empty()))),
                        Language.EN))
                .startsWith("Copy         1234\nFingerprint  " + IN_GROUPS + "\n\n  KEY_NOT_USED  The key " + IN_GROUPS
                        + " (RSA of 1024 bits) is not used: its primary key cannot be used: keys of its algorithm"
                        + " cannot sign.")
                .contains("refused before, at 2026-11-24 09:00 by wang, li: unknown.", "\n\nCopy         7\n");
    }

    @Test
    void showsTextOfSeveralLinesUnchanged() {
        assertThat(told(new ExportedKey(FINGERPRINT, Optional.empty(), "one\ntwo\n"), Language.EN))
                .isEqualTo("one\ntwo\n");
    }

    @Test
    void showsFingerprintsInTablesWithoutGroups() {
        assertThat(told(new Listed(List.of(new Key(FINGERPRINT, true))), Language.EN))
                .contains(FINGERPRINT.value() + "  yes");
    }

    private static String told(Object result, Language language) {
        StringWriter text = new StringWriter();
        new ResultRenderer(new Page(Texts.in(language), new PrintWriter(text))).render(result);
        return text.toString();
    }
}
