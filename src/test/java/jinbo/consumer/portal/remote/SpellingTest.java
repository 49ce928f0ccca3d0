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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.cases.CallComplaint;
import jinbo.cases.CallComplaintException;
import jinbo.cases.CallFault;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseFinding;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseState;
import jinbo.cases.CaseSummary;
import jinbo.cases.Ground;
import jinbo.cases.ToldCase;
import jinbo.consumer.ActReference;
import jinbo.consumer.CodeAsked;
import jinbo.consumer.CodeTyped;
import jinbo.consumer.Confirmation;
import jinbo.consumer.ConsentMissingException;
import jinbo.consumer.ConsumerDesk;
import jinbo.consumer.DeskAwayException;
import jinbo.consumer.GivenWord;
import jinbo.consumer.NoProofException;
import jinbo.consumer.OfferedInsurer;
import jinbo.consumer.PlannedChange;
import jinbo.consumer.ProvenNumber;
import jinbo.consumer.Registration;
import jinbo.consumer.RenewalAnswer;
import jinbo.consumer.TooManyViewsException;
import jinbo.consumer.TooManyWordsException;
import jinbo.consumer.Visitor;
import jinbo.consumer.messaging.ReceiptOutcome;
import jinbo.exchange.format.Term;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.InsurerException;
import jinbo.participant.insurer.Sector;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.calendar.YearNotLoadedException;
import jinbo.reference.phone.Mobile;
import jinbo.reference.phone.MobileProblem;
import jinbo.registry.ConsumerChoice;
import jinbo.registry.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is asked and answered comes through the hatch as it was, and nothing else does. */
class SpellingTest {

    private static final Mobile MOBILE = new Mobile(13810001234L);
    private static final ProvenNumber NUMBER = new ProvenNumber(MOBILE, "0123abcd");
    private static final Instant AT = Instant.parse("2026-11-24T01:00:00.123456Z");
    private static final InsurerCode YUNHE = new InsurerCode("YUNHE");
    private static final Interval BAN = new Interval(LocalDate.of(2026, 12, 4), LocalDate.of(2027, 12, 4));
    private static final OfferedInsurer INSURER =
            new OfferedInsurer(YUNHE, "云河人寿", Sector.LIFE, Optional.of(new ServiceNumber("95519")));
    private static final OfferedInsurer OTHER =
            new OfferedInsurer(new InsurerCode("BEIDOU"), "北斗财险", Sector.PROPERTY, Optional.empty());
    private static final ActReference REFERENCE = new ActReference("7Q4M-2XKT-9DAP");
    private static final GivenWord WORD = new GivenWord(
            REFERENCE,
            AT,
            Set.of(Sector.PROPERTY),
            Set.of(YUNHE),
            Optional.of(new GivenWord.Ban(Term.ONE_YEAR, BAN, "2026-11")));
    private static final GivenWord CANCELLED = new GivenWord(REFERENCE, AT, Set.of(), Set.of(), Optional.empty());
    private static final ConsumerChoice CHOICE =
            new ConsumerChoice(Set.of(Sector.LIFE), Set.of(YUNHE), Term.SIX_MONTHS);
    private static final CaseNumber CASE = new CaseNumber("C2026-7KQ2M9XW-Y");
    private static final UUID ID = UUID.fromString("0b3c1a52-7a3c-4c1d-9a55-0123456789ab");

    static Stream<Arguments> asksAndAnswers() {
        return Stream.of(
                told(
                        new Ask.SendCode("138\u00001\uD83D", Visitor.at("2001:db8::1"), Locale.CHINESE),
                        new CodeAsked.Elsewhere()),
                told(
                        new Ask.SendCode("13810001234", Visitor.at("192.0.2.1", List.of("a", "b")), Locale.ENGLISH),
                        new CodeAsked.Sent(ID, MOBILE, AT, true)),
                told(sendCode(), new CodeAsked.NoMobile(MobileProblem.LANDLINE)),
                told(sendCode(), new CodeAsked.TooMany(Duration.ofMillis(61_001))),
                told(sendCode(), new CodeAsked.NotSent()),
                told(
                        new Ask.TypeCode(ID, MOBILE, "123456"),
                        new CodeTyped.Right(NUMBER, "20781-AbCdEfGhIjKlMnOpQrStUv")),
                told(new Ask.TypeCode(ID, MOBILE, " 12 \"\\"), new CodeTyped.Wrong(4)),
                told(new Ask.TypeCode(ID, MOBILE, ""), new CodeTyped.Over()),
                told(new Ask.ShowInsurers(), List.of(INSURER, OTHER)),
                told(new Ask.DaysOf(Term.TWO_YEARS), BAN),
                told(
                        new Ask.ShowRegistration(NUMBER),
                        new Registration(
                                LocalDate.of(2026, 11, 24),
                                List.of(
                                        new Registration.OfInsurer(INSURER, Optional.of(BAN)),
                                        new Registration.OfInsurer(OTHER, Optional.empty())),
                                List.of(WORD, CANCELLED))),
                told(
                        new Ask.IfChosen(NUMBER, CHOICE),
                        new PlannedChange(List.of(
                                new PlannedChange.OfInsurer(INSURER, Optional.empty(), Optional.of(BAN)),
                                new PlannedChange.OfInsurer(OTHER, Optional.of(BAN), Optional.empty())))),
                told(new Ask.Choose(NUMBER, CHOICE, Optional.of("2026-11"), ID), WORD),
                told(new Ask.Choose(NUMBER, ConsumerChoice.nobody(), Optional.empty(), ID), CANCELLED),
                told(
                        showRenewal(),
                        new RenewalAnswer.Offer(
                                WORD,
                                new PlannedChange(List.of(
                                        new PlannedChange.OfInsurer(INSURER, Optional.of(BAN), Optional.of(BAN)))))),
                told(showRenewal(), new RenewalAnswer.NotValid()),
                told(showRenewal(), new RenewalAnswer.TooMany()),
                told(
                        new Ask.Renew("AbCdEfGhIjKlMnOpQrStUv", Optional.of("2026-11"), ID, Visitor.at("192.0.2.1")),
                        new RenewalAnswer.Renewed(NUMBER, "20781-AbCdEfGhIjKlMnOpQrStUv", WORD)),
                told(
                        new Ask.Renew("AbCdEfGhIjKlMnOpQrStUv", Optional.of("2026-11"), ID, Visitor.at("192.0.2.1")),
                        new RenewalAnswer.RenewedBefore()),
                told(
                        new Ask.Renew("\u0000\uD83D", Optional.empty(), ID, Visitor.at("192.0.2.1")),
                        new RenewalAnswer.NotValid()),
                told(new Ask.RequireProof(NUMBER), new Ask.Done()),
                told(
                        new Ask.TakeConfirmation(NUMBER, REFERENCE),
                        Optional.of(new Confirmation(WORD, "note\n— name sig=\n", "name+key", "proof\n", "log+key"))),
                told(new Ask.TakeConfirmation(NUMBER, REFERENCE), Optional.empty()),
                told(
                        new Ask.Complain(
                                NUMBER,
                                new CallComplaint(
                                        MOBILE,
                                        Optional.of(YUNHE),
                                        Optional.of(new CallerNumber("+8695519")),
                                        AT,
                                        CallPurpose.RENEWAL,
                                        "他们说\n\"再买\" \uD83D\uDE20"),
                                ID,
                                Optional.of("complaint-2026-11")),
                        CASE),
                told(
                        new Ask.Complain(
                                NUMBER,
                                new CallComplaint(
                                        MOBILE, Optional.empty(), Optional.empty(), AT, CallPurpose.OTHER, ""),
                                ID,
                                Optional.empty()),
                        CASE),
                told(
                        new Ask.ShowComplaints(NUMBER),
                        List.of(
                                new ToldCase(
                                        new CaseSummary(
                                                CASE,
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
                                        false),
                                new ToldCase(
                                        new CaseSummary(
                                                CASE,
                                                Optional.of(YUNHE),
                                                AT,
                                                CallPurpose.RENEWAL,
                                                AT,
                                                CaseState.UPHELD,
                                                AT,
                                                Optional.of(LocalDate.of(2026, 12, 8))),
                                        Optional.of(CaseFinding.VIOLATION),
                                        List.of(Ground.BLOCK, Ground.HOURS),
                                        Optional.of(LocalDate.of(2026, 12, 8)),
                                        true))),
                told(new Ask.ShowKey(), "confirmation.jinbo.invalid+0123"),
                told(new Ask.Leave(NUMBER), new Ask.Done()),
                told(new Ask.TellTurnedAway(17), new Ask.Done()),
                told(receipt(), new ReceiptOutcome.Accepted()),
                told(receipt(), new ReceiptOutcome.Forged()),
                told(receipt(), new ReceiptOutcome.Stale()),
                told(receipt(), new ReceiptOutcome.Unknown()),
                told(receipt(), new ReceiptOutcome.Malformed()),
                told(receipt(), new ReceiptOutcome.Unverifiable("the file is gone")));
    }

    @ParameterizedTest
    @MethodSource("asksAndAnswers")
    void theyComeThroughAsTheyWere(Ask<?> ask, Object answer) {
        String written = Spelling.write(ask);

        assertThat(Spelling.readAsk(written)).usingRecursiveComparison().isEqualTo(ask);
        assertThat(written).isASCII();
        assertThat(read(ask, Spelling.writeAnswer(ask, answer))).isEqualTo(answer);
    }

    @Test
    void eachCallOfTheDeskIsAnAskAndEachAskIsTriedHere() {
        assertThat(Ask.class.getPermittedSubclasses())
                .as("those of the desk, and that of the gateways")
                .hasSize(ConsumerDesk.class.getMethods().length + 1);
        assertThat(asksAndAnswers().map(both -> both.get()[0].getClass()).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Ask.class.getPermittedSubclasses()));
    }

    private static Ask<RenewalAnswer> showRenewal() {
        return new Ask.ShowRenewal("AbCdEfGhIjKlMnOpQrStUv", Visitor.at("2001:db8::1"));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new NoProofException(), NoProofException.class),
                Arguments.of(new ConsentMissingException(), ConsentMissingException.class),
                Arguments.of(new TooManyWordsException(), TooManyWordsException.class),
                Arguments.of(new TooManyViewsException(Duration.ofHours(15)), TooManyViewsException.class),
                Arguments.of(InsurerException.Unknown.elsewhere(YUNHE), InsurerException.Unknown.class),
                Arguments.of(new YearNotLoadedException(2027, "2026-1"), YearNotLoadedException.class),
                Arguments.of(new CallComplaintException(CallFault.CALL_AHEAD), CallComplaintException.class),
                Arguments.of(new DeskAwayException("why"), DeskAwayException.class),
                Arguments.of(new CannotCreateTransactionException("the pool is empty"), DeskAwayException.class),
                Arguments.of(
                        new DataAccessResourceFailureException("no room", new SQLException("of 1381", "53100")),
                        DeskAwayException.class),
                Arguments.of(
                        new DataIntegrityViolationException("a bug", new SQLException("of 1381", "23505")),
                        IllegalStateException.class),
                Arguments.of(new IllegalArgumentException("13810001234 is no number"), IllegalStateException.class));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatTheDeskThrowsIsThrownOnTheOtherSide(RuntimeException thrown, Class<?> there) {
        assertThatThrownBy(() -> read(new Ask.ShowRegistration(NUMBER), Spelling.write(Refusal.of(thrown))))
                .isInstanceOf(there)
                .satisfies(again -> assertThat(again.getMessage()).doesNotContain("13810001234"));
        assertThat(Arrays.stream(Refusal.class.getPermittedSubclasses())).hasSize(9);
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoAskIsNotReadAndNotQuoted(String written) {
        assertThatThrownBy(() -> Spelling.readAsk(written))
                .isInstanceOf(UnreadableException.class)
                .hasNoCause()
                .satisfies(unreadable -> assertThat(unreadable.getMessage()).doesNotContain("13810001234"));
    }

    static Stream<String> unreadable() {
        return Stream.of(
                "",
                "13810001234",
                "{}",
                "{\"kind\":\"java.lang.ProcessBuilder\",\"command\":[\"13810001234\"]}",
                "{\"kind\":\"Ask$DaysOf\",\"term\":\"13810001234\"}",
                "{\"kind\":\"Ask$Leave\",\"number\":{\"mobile\":{\"value\":\"13810001234x\"},\"token\":\"\"}}",
                "{\"kind\":\"Ask$TakeConfirmation\",\"number\":null,\"reference\":{\"value\":\"13810001234\"}}",
                "[".repeat(20_000) + "13810001234");
    }

    private static Arguments told(Ask<?> ask, Object answer) {
        return Arguments.of(ask, answer);
    }

    private static Ask.SendCode sendCode() {
        return new Ask.SendCode("13810001234", Visitor.at("192.0.2.1"), Locale.ENGLISH);
    }

    private static Ask.TakeReceipt receipt() {
        return new Ask.TakeReceipt("first", "1700000000", "v1,abc", new byte[] {0, -1, 7});
    }

    private static Object read(Ask<?> ask, String written) {
        return Spelling.readAnswer(ask, written);
    }
}
