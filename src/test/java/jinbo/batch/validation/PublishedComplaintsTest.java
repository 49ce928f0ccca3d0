package jinbo.batch.validation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jinbo.exchange.format.Finding;
import jinbo.exchange.format.FindingCode;
import jinbo.exchange.format.ReceiptStatus;
import jinbo.exchange.format.Tally;
import jinbo.reference.business.LineCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Every complaint upload that insurers can download as a sample is answered as the file beside it says. */
class PublishedComplaintsTest {

    private static final Path FOLDER = Path.of("exchange-formats", "complaints", "v1");

    /** Codes that are found before an upload's content is read, by an operator, or in files of another kind alone. */
    private static final Set<FindingCode> NOT_OF_CONTENT = EnumSet.of(
            FindingCode.FILE_UNKNOWN,
            FindingCode.LINE_UNKNOWN,
            FindingCode.ALREADY_WITHDRAWN,
            FindingCode.REASON_TOO_LONG,
            FindingCode.CONTENT_INVALID,
            FindingCode.LIST_UNKNOWN,
            FindingCode.UNIT_UNKNOWN,
            FindingCode.LIST_DIFFERS,
            FindingCode.CERTIFICATE_INVALID,
            FindingCode.CERTIFICATE_TAKEN,
            FindingCode.CERTIFICATE_REVOKED,
            FindingCode.CERTIFICATE_KNOWN,
            FindingCode.CERTIFICATE_REVOKES,
            FindingCode.NAME_INVALID,
            FindingCode.ENVELOPE_INVALID,
            FindingCode.SIGNER_NOT_ACCEPTED,
            FindingCode.ALREADY_RECEIVED,
            FindingCode.REFUSED_BY_OPERATOR);

    @TestFactory
    Stream<DynamicTest> every_accepted_sample_becomes_the_rows_and_answers_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("accepted"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    ValidatedComplaints judged = answer(sample);
                    sample.becomes(
                            "line,mobile,complaint,complained_on,business_line,scope,term",
                            judged.rows.stream().map(PublishedComplaintsTest::fields));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_refused_sample_gets_the_answers_beside_it() throws IOException {
        return PublishedSample.in(FOLDER.resolve("refused"))
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> answer(sample)));
    }

    @Test
    void every_code_that_content_can_earn_has_a_sample_of_its_name() throws IOException {
        EnumSet<FindingCode> codes = EnumSet.complementOf(EnumSet.copyOf(NOT_OF_CONTENT));
        codes.removeAll(EnumSet.range(FindingCode.CASE_UNKNOWN, FindingCode.CELL_NOT_FOR_ANSWER));
        for (FindingCode code : codes) {
            PublishedSample.of(code, FOLDER).findsItsCode(code);
        }
    }

    /** Checks what the association answers to a sample from an insurer without a history. */
    private static ValidatedComplaints answer(PublishedSample sample) throws IOException {
        JsonNode expected = sample.expected();
        UploadContext context = new UploadContext(
                LocalDate.parse(expected.get("received_on").stringValue()),
                ValidatedComplaints.SOLD,
                UploadEncoding.UTF_8,
                expected.path("all_needs_consent").booleanValue(false));
        ValidatedComplaints judged = ValidatedComplaints.of(sample.bytes(), context);
        if (judged.judgement instanceof UploadValidationResult.Refused refused) {
            Tally unread = Tally.unread(refused.code());
            sample.isAnswered(judged.readAs, ReceiptStatus.REFUSED, unread, List.of(refused.finding()));
            return judged;
        }
        Tally tally = judged.judged().tally();
        Optional<FindingCode> hold = HoldRules.DEFAULT.reasonToHold(judged.judged(), UploadHistory.NONE);
        List<Finding> findings = new ArrayList<>(judged.findings);
        hold.map(Finding::ofFile).ifPresent(findings::add);
        sample.isAnswered(
                judged.readAs,
                hold.map(code -> ReceiptStatus.HELD).orElse(tally.status()),
                hold.map(tally::withheld).orElse(tally),
                findings);
        return judged;
    }

    private static List<String> fields(ComplaintRow row) {
        return List.of(
                Integer.toString(row.line()),
                row.mobile().digits(),
                row.complaint().name(),
                row.complainedOn().toString(),
                row.businessLine().map(LineCode::value).orElse(""),
                row.scope().name(),
                row.term().text());
    }
}
