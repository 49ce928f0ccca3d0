package jinbo.consumer.portal.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintError;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Cases.ConsumerCase;
import jinbo.cases.ViolationGround;
import jinbo.consumer.CodeCheckOutcome;
import jinbo.consumer.CodeRequestOutcome;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.ConsumerRegistration;
import jinbo.consumer.ConsumerService;
import jinbo.consumer.ConsumerServiceUnavailableException;
import jinbo.consumer.NoProofException;
import jinbo.consumer.NumberStatus;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.PlannedChange;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.RegistrationReference;
import jinbo.consumer.RenewalOutcome;
import jinbo.consumer.RetentionTimes;
import jinbo.consumer.SupervisionReport;
import jinbo.consumer.TooManyRegistrationsException;
import jinbo.consumer.TooManyViewsException;
import jinbo.consumer.Visitor;
import jinbo.consumer.messaging.DeliveryReceipts;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerError;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.InsurerLine;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileParseResult;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;
import jinbo.testing.TestLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class PortalRequestJsonTest {

    private static final Mobile MOBILE = new Mobile(13810001234L);
    private static final ProvenNumber NUMBER = new ProvenNumber(MOBILE, "0123abcd");
    private static final Instant AT = Instant.parse("2026-11-24T01:00:00.123456Z");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final Interval BLOCK = new Interval(LocalDate.of(2026, 12, 4), LocalDate.of(2027, 12, 4));
    private static final LineCode LIFE = new LineCode("LIFE");
    private static final LineCode MOTOR = new LineCode("MOTOR");
    private static final InsurerLine YUNHE_LIFE = new InsurerLine(YUNHE, LIFE);
    private static final OfferedInsurer INSURER =
            new OfferedInsurer(YUNHE, "云河人寿", List.of(LIFE), Optional.of(new ServiceNumber("95519")));
    private static final OfferedInsurer OTHER = new OfferedInsurer(
            new InsurerCode("BEIDOU"), "北斗财险", List.of(MOTOR, new LineCode("PROPERTY")), Optional.empty());
    private static final RegistrationReference REFERENCE = new RegistrationReference("7Q4M-2XKT-9DAP");
    private static final ConsumerRegistration WORD = new ConsumerRegistration(
            REFERENCE,
            AT,
            TestLines.PROPERTY,
            Set.of(YUNHE_LIFE),
            Optional.of(new ConsumerRegistration.Block(Term.ONE_YEAR, BLOCK, "2026-11-lines")));
    private static final ConsumerRegistration CANCELLED =
            new ConsumerRegistration(REFERENCE, AT, Set.of(), Set.of(), Optional.empty());
    private static final ConsumerChoice CHOICE =
            new ConsumerChoice(TestLines.MOTOR, Set.of(YUNHE_LIFE), Term.SIX_MONTHS);
    private static final CaseNumber CASE = new CaseNumber("C2026-7KQ2M9XW-Y");
    private static final UUID ID = UUID.fromString("0b3c1a52-7a3c-4c1d-9a55-0123456789ab");

    static Stream<Arguments> requestsAndAnswers() {
        return Stream.of(
                arguments(call("withdrawComplaint", NUMBER, CASE), true),
                arguments(call("supplementComplaint", NUMBER, CASE, "他们又打来了"), true),
                arguments(call("sendMessages", NUMBER, CASE, true), true),
                arguments(call("retention"), new RetentionTimes(6, 3)),
                arguments(
                        call("supervision"),
                        new SupervisionReport(
                                List.of(new SupervisionReport.Row("2026-10", "YUNHE", "云河人寿", "", "<5", "0", "–")),
                                "checkpoint",
                                "key")),
                arguments(
                        call("sendCode", "138\u00001\uD83D", Visitor.at("2001:db8::1"), Locale.CHINESE),
                        new CodeRequestOutcome.Elsewhere()),
                arguments(
                        call("sendCode", "13810001234", Visitor.at("192.0.2.1", List.of("a", "b")), Locale.ENGLISH),
                        new CodeRequestOutcome.Sent(ID, MOBILE, AT, AT, true)),
                arguments(sendCode(), new CodeRequestOutcome.NoMobile(MobileParseResult.Problem.LANDLINE)),
                arguments(sendCode(), new CodeRequestOutcome.TooMany(Duration.ofMillis(61_001))),
                arguments(sendCode(), new CodeRequestOutcome.NotSent()),
                arguments(
                        call("verifyCode", ID, MOBILE, "123456"),
                        new CodeCheckOutcome.Right(NUMBER, "20781-AbCdEfGhIjKlMnOpQrStUv")),
                arguments(call("verifyCode", ID, MOBILE, " 12 \"\\"), new CodeCheckOutcome.Wrong(4)),
                arguments(call("verifyCode", ID, MOBILE, ""), new CodeCheckOutcome.Over()),
                arguments(call("insurers"), List.of(INSURER, OTHER)),
                arguments(
                        call("lines"),
                        List.of(
                                new BusinessLine(
                                        LIFE,
                                        (short) 32_001,
                                        "Life and health insurance",
                                        "人身险",
                                        LocalDate.of(2000, 1, 1),
                                        Optional.empty()),
                                new BusinessLine(
                                        MOTOR,
                                        (short) 32_004,
                                        "Motor insurance",
                                        "车险",
                                        LocalDate.of(2000, 1, 1),
                                        Optional.of(LocalDate.of(2026, 11, 24))))),
                arguments(call("daysOf", Term.TWO_YEARS), BLOCK),
                arguments(
                        call("registration", NUMBER),
                        new NumberStatus(
                                LocalDate.of(2026, 11, 24),
                                List.of(
                                        new NumberStatus.OfInsurer(INSURER, LIFE, Optional.of(BLOCK)),
                                        new NumberStatus.OfInsurer(OTHER, MOTOR, Optional.empty())),
                                Optional.of(BLOCK),
                                List.of(WORD, CANCELLED),
                                true)),
                arguments(
                        call("previewChoice", NUMBER, CHOICE),
                        new PlannedChange(List.of(
                                new PlannedChange.OfInsurer(INSURER, LIFE, Optional.empty(), Optional.of(BLOCK)),
                                new PlannedChange.OfInsurer(OTHER, MOTOR, Optional.of(BLOCK), Optional.empty())))),
                arguments(call("choose", NUMBER, CHOICE, Optional.of("2026-11-lines"), ID), WORD),
                arguments(call("choose", NUMBER, ConsumerChoice.nobody(), Optional.empty(), ID), CANCELLED),
                arguments(
                        showRenewal(),
                        new RenewalOutcome.Offer(
                                WORD,
                                new PlannedChange(List.of(new PlannedChange.OfInsurer(
                                        INSURER, LIFE, Optional.of(BLOCK), Optional.of(BLOCK)))))),
                arguments(showRenewal(), new RenewalOutcome.NotValid()),
                arguments(
                        call("ownRenewal", NUMBER),
                        Optional.of(new RenewalOutcome.Offer(
                                WORD,
                                new PlannedChange(List.of(new PlannedChange.OfInsurer(
                                        INSURER, LIFE, Optional.of(BLOCK), Optional.of(BLOCK))))))),
                arguments(call("ownRenewal", NUMBER), Optional.empty()),
                arguments(call("renewOwn", NUMBER, Optional.of("2026-11-lines"), ID), Optional.of(WORD)),
                arguments(showRenewal(), new RenewalOutcome.TooMany()),
                arguments(
                        call(
                                "renew",
                                "AbCdEfGhIjKlMnOpQrStUv",
                                Optional.of("2026-11-lines"),
                                ID,
                                Visitor.at("192.0.2.1")),
                        new RenewalOutcome.Renewed(NUMBER, "20781-AbCdEfGhIjKlMnOpQrStUv", WORD)),
                arguments(
                        call(
                                "renew",
                                "AbCdEfGhIjKlMnOpQrStUv",
                                Optional.of("2026-11-lines"),
                                ID,
                                Visitor.at("192.0.2.1")),
                        new RenewalOutcome.RenewedBefore()),
                arguments(
                        call("renew", "\u0000\uD83D", Optional.empty(), ID, Visitor.at("192.0.2.1")),
                        new RenewalOutcome.NotValid()),
                arguments(call("requireProof", NUMBER), null),
                arguments(
                        call("confirmation", NUMBER, REFERENCE),
                        Optional.of(new Confirmation(WORD, "note\n— name sig=\n", "name+key", "proof\n", "log+key"))),
                arguments(call("confirmation", NUMBER, REFERENCE), Optional.empty()),
                arguments(
                        call(
                                "complain",
                                NUMBER,
                                new CallComplaint(
                                        MOBILE,
                                        Optional.of(YUNHE),
                                        Optional.of(new LineCode("MOTOR")),
                                        Optional.of(new CallerNumber("+8695519")),
                                        AT,
                                        CallPurpose.RENEWAL,
                                        "他们说\n\"再买\" \uD83D\uDE20"),
                                ID,
                                Optional.of("complaint-2026-11-lines")),
                        CASE),
                arguments(
                        call(
                                "complain",
                                NUMBER,
                                new CallComplaint(
                                        MOBILE,
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        AT,
                                        CallPurpose.OTHER,
                                        ""),
                                ID,
                                Optional.empty()),
                        CASE),
                arguments(
                        call("complaints", NUMBER),
                        List.of(
                                new ConsumerCase(
                                        new CaseSummary(
                                                CASE,
                                                Optional.empty(),
                                                Optional.empty(),
                                                AT,
                                                CallPurpose.SALES,
                                                AT,
                                                CaseState.OPEN,
                                                AT,
                                                Optional.empty()),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        false,
                                        false),
                                new ConsumerCase(
                                        new CaseSummary(
                                                CASE,
                                                Optional.of(YUNHE),
                                                Optional.of(new LineCode("MOTOR")),
                                                AT,
                                                CallPurpose.RENEWAL,
                                                AT,
                                                CaseState.UPHELD,
                                                AT,
                                                Optional.of(LocalDate.of(2026, 12, 8))),
                                        Optional.of(CaseRuling.VIOLATION),
                                        List.of(ViolationGround.BLOCK, ViolationGround.HOURS),
                                        Optional.of(LocalDate.of(2026, 12, 8)),
                                        true,
                                        true))),
                arguments(call("confirmationKey"), "confirmation.jinbo.invalid+0123"),
                arguments(call("leave", NUMBER), null),
                arguments(call("countRejected", 17), null),
                arguments(receipt(), new DeliveryReceipts.Outcome.Accepted()),
                arguments(receipt(), new DeliveryReceipts.Outcome.Forged()),
                arguments(receipt(), new DeliveryReceipts.Outcome.Stale()),
                arguments(receipt(), new DeliveryReceipts.Outcome.Unknown()),
                arguments(receipt(), new DeliveryReceipts.Outcome.Malformed()),
                arguments(receipt(), new DeliveryReceipts.Outcome.Unverifiable("the file is gone")));
    }

    @ParameterizedTest
    @MethodSource("requestsAndAnswers")
    void restoresRequestsAndAnswers(PortalRequest portalRequest, @Nullable Object answer) {
        String written = PortalRequestJson.write(portalRequest);

        assertThat(PortalRequestJson.readRequest(written))
                .usingRecursiveComparison()
                .isEqualTo(portalRequest);
        assertThat(written).isASCII();
        assertThat(read(portalRequest, PortalRequestJson.writeAnswer(portalRequest, answer)))
                .isEqualTo(answer);
    }

    /** The limit of an answer is 1 MB; 300 insurers with six lines each are more than exist. */
    @Test
    void fitsPreviewOfAllInsurersIntoTheQueue() {
        List<LineCode> lines = IntStream.range(0, 6)
                .mapToObj(i -> new LineCode("LINEOFNUMBE" + i))
                .toList();
        List<PlannedChange.OfInsurer> rows = IntStream.range(0, 300)
                .mapToObj(i -> new OfferedInsurer(
                        new InsurerCode("INSURER" + i),
                        "某某某某财产保险股份有限公司",
                        lines,
                        Optional.of(new ServiceNumber("4008123123"))))
                .flatMap(insurer -> lines.stream()
                        .map(line ->
                                new PlannedChange.OfInsurer(insurer, line, Optional.of(BLOCK), Optional.of(BLOCK))))
                .toList();

        assertThat(PortalRequestJson.writeAnswer(call("previewChoice", NUMBER, CHOICE), new PlannedChange(rows)))
                .hasSizeLessThan(1_048_576);
    }

    /** A form has at most 16 KB, a portal request 64 KB. */
    @Test
    void fitsLargestChoiceIntoTheQueue() {
        int boxes = 16 * 1024 / "insurer=ABC%2FAB&".length();
        Set<InsurerLine> insurers = IntStream.range(0, boxes)
                .mapToObj(i -> new InsurerLine(
                        new InsurerCode("%03d".formatted(i % 500)), new LineCode(i < 500 ? "AB" : "CD")))
                .collect(Collectors.toSet());

        assertThat(PortalRequestJson.write(call(
                        "choose",
                        NUMBER,
                        new ConsumerChoice(Set.of(), insurers, Term.ONE_YEAR),
                        Optional.of("2026-11-lines"),
                        ID)))
                .hasSizeBetween(boxes * 40, 65_536);
    }

    @Test
    void coversEachCallOfTheService() {
        assertThat(requestsAndAnswers()
                        .map(both -> ((PortalRequest) both.get()[0]).call())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(PortalRequest.CALLS.values()))
                .contains(ConsumerService.class.getMethods())
                .as("those of the service, and that of the gateways")
                .hasSize(ConsumerService.class.getMethods().length + 1);
    }

    private static PortalRequest showRenewal() {
        return call("renewal", "AbCdEfGhIjKlMnOpQrStUv", Visitor.at("2001:db8::1"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new NoProofException(), NoProofException.class),
                Arguments.of(new ConsentMissingException(), ConsentMissingException.class),
                Arguments.of(new TooManyRegistrationsException(), TooManyRegistrationsException.class),
                Arguments.of(new TooManyViewsException(Duration.ofHours(15)), TooManyViewsException.class),
                Arguments.of(new InsurerException(InsurerError.INSURER_UNKNOWN, YUNHE), InsurerException.class),
                Arguments.of(new YearNotLoadedException(2027, "2026-1"), YearNotLoadedException.class),
                Arguments.of(new CallComplaintException(CallComplaintError.CALL_AHEAD), CallComplaintException.class),
                Arguments.of(new ConsumerServiceUnavailableException("why"), ConsumerServiceUnavailableException.class),
                Arguments.of(
                        new CannotCreateTransactionException("the pool is empty"),
                        ConsumerServiceUnavailableException.class),
                Arguments.of(
                        new DataAccessResourceFailureException("no room", new SQLException("of 1381", "53100")),
                        ConsumerServiceUnavailableException.class),
                Arguments.of(
                        new DataIntegrityViolationException("a bug", new SQLException("of 1381", "23505")),
                        IllegalStateException.class),
                Arguments.of(new IllegalArgumentException("13810001234 is no number"), IllegalStateException.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void throwsWhatTheServiceHasThrown(RuntimeException thrown, Class<?> there) {
        assertThatThrownBy(() ->
                        read(call("registration", NUMBER), PortalRequestJson.write(PortalRequestError.of(thrown))))
                .isInstanceOf(there)
                .satisfies(again -> assertThat(again.getMessage()).doesNotContain("13810001234"));
        assertThat(Arrays.stream(PortalRequestError.class.getPermittedSubclasses()))
                .hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void refusesOtherTextsWithoutQuotingThem(String written) {
        assertThatThrownBy(() -> PortalRequestJson.readRequest(written))
                .isInstanceOf(PortalRequestJson.UnreadableMessageException.class)
                .hasNoCause()
                .satisfies(unreadable -> assertThat(unreadable.getMessage()).doesNotContain("13810001234"));
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "13810001234",
                "{}",
                "{\"call\":\"java.lang.ProcessBuilder\",\"arguments\":[\"13810001234\"]}",
                "{\"call\":\"isKnown\",\"arguments\":[\"13810001234\"]}",
                "{\"call\":\"getClass\",\"arguments\":[]}",
                "{\"call\":\"leave\",\"arguments\":{\"x\":\"13810001234\"}}",
                "{\"call\":\"insurers\"}",
                "{\"call\":\"daysOf\",\"arguments\":[\"13810001234\"]}",
                "{\"call\":\"daysOf\",\"arguments\":[\"ONE_YEAR\",\"13810001234\"]}",
                "{\"call\":\"leave\",\"arguments\":[{\"mobile\":{\"value\":\"13810001234x\"},\"token\":\"\"}]}",
                "{\"call\":\"confirmation\",\"arguments\":[null,{\"value\":\"13810001234\"}]}",
                "[".repeat(20_000) + "13810001234");
    }

    private static Arguments arguments(PortalRequest portalRequest, @Nullable Object answer) {
        return Arguments.of(portalRequest, answer);
    }

    private static PortalRequest sendCode() {
        return call("sendCode", "13810001234", Visitor.at("192.0.2.1"), Locale.ENGLISH);
    }

    private static PortalRequest receipt() {
        return call("take", "first", "1700000000", "v1,abc", new byte[] {0, -1, 7});
    }

    private static @Nullable Object read(PortalRequest portalRequest, String written) {
        return PortalRequestJson.readAnswer(portalRequest, written);
    }

    private static PortalRequest call(String name, Object... arguments) {
        return new PortalRequest(Objects.requireNonNull(PortalRequest.CALLS.get(name)), List.of(arguments));
    }
}
