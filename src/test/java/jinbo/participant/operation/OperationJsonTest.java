package jinbo.participant.operation;

import static jinbo.testing.ExpectedError.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.staff.Duty;
import jinbo.participant.staff.Request;
import jinbo.reference.phone.Mobile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationJsonTest {

    private static final OperationCatalog CATALOG = new OperationCatalog(List.of(Sample.class));
    private static final Request.StoredFile STORED = new Request.StoredFile(0, "letter.txt", 3, "ab".repeat(32));

    /** Operations with a value of each kind. */
    sealed interface Sample extends Operation {

        @UseCase(name = "sample all", version = 2, duty = Duty.RELEASE_FILES)
        record All(
                InsurerCode insurer,
                Optional<LocalDate> on,
                Optional<Reason> reason,
                List<String> names,
                boolean full,
                OperationFile letter,
                OperationNumber number)
                implements Sample {}

        @UseCase(name = "sample nothing", duty = Duty.LOOK)
        record Nothing() implements Sample {}
    }

    private static final Sample.All ALL = new Sample.All(
            new InsurerCode("YUNHE"),
            Optional.of(LocalDate.of(2012, 10, 9)),
            Optional.empty(),
            List.of("a", "b\"c"),
            true,
            new OperationFile(Path.of("/home/wang/letter.txt")),
            OperationNumber.of(new Mobile(13810001234L)));

    @Test
    void valuesAreTextsWithoutNumbersAndPaths() {
        assertThat(OperationJson.write(ALL, List.of(STORED), Optional.empty()))
                .isEqualTo("{\"operation\":\"sample all\",\"version\":2,\"values\":{\"insurer\":\"YUNHE\","
                        + "\"on\":\"2012-10-09\",\"names\":[\"a\",\"b\\\"c\"],\"full\":true,"
                        + "\"letter\":{\"name\":\"letter.txt\",\"size\":3,\"sha256\":\"" + "ab".repeat(32) + "\"}}}");
    }

    @Test
    void theDocumentNamesExchangeSignerAndTime() {
        Signer signer = new Signer(
                Optional.of("access-log.jinbo.invalid/0123456789abcdef"),
                "zhao",
                Instant.parse("2026-11-24T01:00:00Z"),
                "0123456789abcdef0123456789abcdef");
        String json = OperationJson.write(new Sample.Nothing(), List.of(), Optional.of(signer));

        assertThat(json)
                .isEqualTo("{\"operation\":\"sample nothing\",\"version\":1,"
                        + "\"exchange\":\"access-log.jinbo.invalid/0123456789abcdef\",\"by\":\"zhao\","
                        + "\"at\":\"2026-11-24T01:00:00Z\",\"nonce\":\"0123456789abcdef0123456789abcdef\","
                        + "\"values\":{}}");
        assertThat(OperationJson.signer(json)).contains(signer);
    }

    @Test
    void readsWhatWasWrittenWithStoredFilesAndWithoutNumber() {
        Operation read = OperationReader.stored(
                OperationJson.write(ALL, List.of(STORED), Optional.empty()), CATALOG, file -> Path.of("kept-" + file));

        assertThat(read)
                .isEqualTo(new Sample.All(
                        ALL.insurer(),
                        ALL.on(),
                        ALL.reason(),
                        ALL.names(),
                        true,
                        new OperationFile(Path.of("kept-0")),
                        OperationNumber.keptApart()));
    }

    @Test
    void readsMomentsWithTheOffsetOfTheAssociation() {
        assertThat(List.of("2026-11-24", "2026-11-24T09:00:00+08:00", "2026-11-24T09:00:30+08:00"))
                .allSatisfy(typed -> assertThat(Moment.parse(typed)).hasToString(typed));
        assertThat(Moment.parse("2026-11-24T01:00:00Z")).hasToString("2026-11-24T09:00:00+08:00");
    }

    @Test
    void readsOperationWithoutValues() {
        assertThat(OperationReader.stored(
                        OperationJson.write(new Sample.Nothing(), List.of(), Optional.empty()),
                        CATALOG,
                        file -> Path.of("")))
                .isEqualTo(new Sample.Nothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            OPERATION_UNKNOWN | {"operation":"sample other","version":1,"values":{}}
            OPERATION_UNKNOWN | {"version":1,"values":{}}
            OPERATION_UNKNOWN | {"operation":"sample nothing","version":2,"values":{}}
            OPERATION_UNKNOWN | {"operation":"sample nothing","version":0,"values":{}}
            OPERATION_UNKNOWN | {"operation":"sample nothing","values":{}}
            OPERATION_UNKNOWN | {"operation":"sample all","version":1,"values":{"insurer":"YUNHE","letter":{}}}
            VALUE_UNUSABLE    | {"operation":"sample all","version":2,"values":{"letter":{}}}
            VALUE_UNUSABLE    | {"operation":"sample all","version":2,"values":{"insurer":"YUNHE"}}
            MEMBER_UNKNOWN    | {"operation":"sample nothing","version":1,"values":{"more":"x"}}
            MEMBER_UNKNOWN    | {"operation":"sample nothing","version":1,"values":{},"more":"x"}
            NOT_JSON          | {"operation":"sample nothing","version":1,"version":1,"values":{}}
            NOT_JSON          | {
            NOT_JSON          | []
            """)
    void refusesWhatThisVersionDoesNotKnow(OperationError expected, String document) {
        assertThatExceptionOfType(OperationException.class)
                .isThrownBy(() -> OperationReader.stored(document, CATALOG, file -> Path.of("")))
                .is(error(expected));
    }

    /** Each of the refused documents lacks one thing that these have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\":\"sample nothing\",\"version\":1,\"values\":{}}",
                "{\"operation\":\"sample all\",\"version\":2,\"values\":{\"insurer\":\"YUNHE\",\"letter\":{}}}"
            })
    void readsWhatThisVersionKnows(String document) {
        assertThat(OperationReader.stored(document, CATALOG, file -> Path.of("")))
                .isInstanceOf(Sample.class);
    }

    @Test
    void showsTheCommandLineWithoutNumberAndFolder() {
        assertThat(OperationArguments.of(ALL).shown())
                .containsExactly(
                        "sample",
                        "all",
                        "--insurer=YUNHE",
                        "--on=2012-10-09",
                        "--names=a",
                        "--names=b\"c",
                        "--full",
                        "--letter=letter.txt",
                        "--number=***");
    }
}
