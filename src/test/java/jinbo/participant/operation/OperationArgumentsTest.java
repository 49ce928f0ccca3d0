package jinbo.participant.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.operator.cases.CaseOperations.OpenCase;
import jinbo.operator.key.KeyOperations.RefuseKey;
import jinbo.operator.person.PersonOperations.SetOwnPassword;
import jinbo.participant.insurer.InsurerCode;
import org.junit.jupiter.api.Test;

class OperationArgumentsTest {

    private static final String READ_OUT = "ABCD 1381 0001 2345 ABCD ABCD ABCD ABCD ABCD ABCD";

    @Test
    void aFingerprintInGroupsIsNotAPhoneNumber() {
        OperationArguments arguments = OperationArguments.of(new RefuseKey(
                new InsurerCode("YUNHE"), Fingerprint.parse(READ_OUT), Optional.empty(), new Reason("unknown")));

        assertThat(arguments.mayContainNumber()).isFalse();
        assertThat(arguments.inLog()).contains(READ_OUT.replace(" ", ""));
    }

    @Test
    void theLongFingerprintOfAVersion6KeyIsNotAPhoneNumber() {
        String digits = "1234567890AB".repeat(5) + "CDEF";
        OperationArguments arguments = OperationArguments.of(new RefuseKey(
                new InsurerCode("YUNHE"), Fingerprint.parse(digits), Optional.empty(), new Reason("unknown")));

        assertThat(arguments.mayContainNumber()).isFalse();
        assertThat(arguments.inLog()).contains(digits);
    }

    @Test
    void fractionsOfASecondAreNoPhoneNumber() {
        OperationArguments arguments = OperationArguments.of(new OpenCase(
                OperationNumber.keptApart(),
                new AccessPurpose("a letter"),
                Moment.parse("2026-11-28T19:25:13.810001234+08:00"),
                CallPurpose.SALES,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));

        assertThat(arguments.shown()).contains("--called-at=2026-11-28T19:25:13.810001234+08:00");
        assertThat(arguments.mayContainNumber()).isFalse();
    }

    @Test
    void showsNeitherSecretsNorTheirFolders() {
        assertThat(OperationArguments.of(new SetOwnPassword(
                                Optional.empty(), false, Optional.of(new HiddenText("a secret of mine"))))
                        .shown())
                .containsExactly("person", "password");
        assertThat(OperationArguments.of(new SetOwnPassword(
                                Optional.of(new SecretFile(Path.of("/home/wang/secret"))), false, Optional.empty()))
                        .shown())
                .containsExactly("person", "password", "--password-file=secret");
    }
}
