package jinbo.cases.evidence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jinbo.cases.CallNumbers;
import jinbo.cases.CallPurpose;
import jinbo.cases.CallerNumber;
import jinbo.cases.CaseAnswer;
import jinbo.cases.CaseDossiers.CaseDossier;
import jinbo.cases.CaseSettings;
import jinbo.cases.CaseSummary;
import jinbo.cases.DisputeReason;
import jinbo.cases.evidence.ProposeRuling.CallFacts;
import jinbo.cases.evidence.ProposeRuling.CallFacts.Counted;
import jinbo.cases.evidence.ProposeRuling.CallFacts.MomentFacts;
import jinbo.participant.insurer.Insurer;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.business.LineCode;
import jinbo.reference.calendar.BusinessTime;
import jinbo.reference.calendar.Calendars;
import jinbo.registry.history.InsurerLookup;
import jinbo.registry.history.LookUpCall.AtMoment;
import jinbo.registry.history.LookUpCall.NotifiedSince;
import org.springframework.stereotype.Component;

/** Derives from the evidence the facts on which the proposed ruling depends. */
@Component
record DeriveCallFacts(CaseSettings settings, Calendars calendars) {

    private static final Set<CallPurpose> FOR_SALES = EnumSet.of(CallPurpose.SALES, CallPurpose.RENEWAL);

    /** Returns the possible times of the call: the reported one, and the earliest and latest by the clock tolerance. */
    List<Instant> moments(Instant reportedAt) {
        Duration tolerance = settings.clocksDiffer();
        return List.of(reportedAt, reportedAt.minus(tolerance), reportedAt.plus(tolerance));
    }

    /** @throws jinbo.reference.calendar.YearNotLoadedException if the calendar does not reach the days that matter */
    CallFacts of(Call call) {
        Optional<CaseAnswer> answer = call.answer().map(CaseDossier.Answered::answer);
        return new CallFacts(
                filedBefore(call).isPresent(),
                answer.flatMap(CaseAnswer::dispute)
                        .filter(DisputeReason.NOT_OUR_CALL::equals)
                        .isPresent(),
                call.isCallerOfInsurer(),
                call.file().summary().purpose() == CallPurpose.SERVICE,
                answer.flatMap(CaseAnswer::exemption)
                        .filter(claim -> call.days().stream().anyMatch(claim::holds))
                        .isPresent(),
                isForSales(call),
                call.moments().stream().map(this::facts).toList());
    }

    Optional<CaseSummary> filedBefore(Call call) {
        return call.file().before().stream()
                .filter(other ->
                        other.insurer().equals(Optional.of(call.insurer().code())))
                .filter(other -> isSameCall(other.calledAt(), call.at()))
                .findFirst();
    }

    private boolean isSameCall(Instant one, Instant other) {
        return Duration.between(one, other)
                                .abs()
                                .compareTo(settings.clocksDiffer().multipliedBy(2))
                        <= 0
                || one.truncatedTo(ChronoUnit.MINUTES).equals(other.truncatedTo(ChronoUnit.MINUTES));
    }

    boolean isQuiet(Instant at) {
        return settings.isQuiet(at.atZone(BusinessTime.ZONE).toLocalTime());
    }

    static boolean isForSales(Call call) {
        return FOR_SALES.contains(call.file().summary().purpose());
    }

    /** Returns the first day on which an insurer must have applied a list that it has not acknowledged. */
    LocalDate appliedFrom(Instant notifiedAt) {
        return calendars
                .current()
                .plusWorkdays(BusinessTime.dateOf(notifiedAt), settings.applyWithinWorkdays())
                .plusDays(1);
    }

    private MomentFacts facts(AtMoment moment) {
        Counted counted = counted(moment.answer().why());
        return new MomentFacts(
                isQuiet(moment.at()),
                counted,
                counted == Counted.BLOCKED
                        && moment.notifiedSince()
                                .filter(notifiedSince -> inTime(notifiedSince, moment.at()))
                                .isPresent());
    }

    private boolean inTime(NotifiedSince notifiedSince, Instant at) {
        return notifiedSince.agreedBefore(at) || !BusinessTime.dateOf(at).isBefore(appliedFrom(notifiedSince.begin()));
    }

    private static Counted counted(InsurerLookup.Reason reason) {
        return switch (reason) {
            case BLOCKED -> Counted.BLOCKED;
            case NOT_YET -> Counted.NOT_YET;
            default -> Counted.NOTHING;
        };
    }

    /** A call, its case, and the registry at the reported time, then at the other possible times. */
    record Call(CaseDossier file, Insurer insurer, List<AtMoment> moments) {

        AtMoment atNotification() {
            return moments.get(0);
        }

        LineCode businessLine() {
            return atNotification().answer().insurer().line();
        }

        boolean isBlocked() {
            return atNotification().answer().why() == InsurerLookup.Reason.BLOCKED;
        }

        Instant at() {
            return file.summary().calledAt();
        }

        List<LocalDate> days() {
            return moments.stream()
                    .map(moment -> BusinessTime.dateOf(moment.at()))
                    .distinct()
                    .toList();
        }

        /** Returns this insurer's last answer that is not an appeal. */
        Optional<CaseDossier.Answered> answer() {
            return last(given -> given.answer().content().kind() != CaseAnswer.Kind.APPEAL);
        }

        /** Returns this insurer's last appeal. */
        Optional<CaseDossier.Answered> appeal() {
            return last(given -> given.answer().content().kind() == CaseAnswer.Kind.APPEAL);
        }

        private Optional<CaseDossier.Answered> last(Predicate<CaseDossier.Answered> kind) {
            return file.answers().stream()
                    .filter(given -> given.answer().insurer().equals(insurer.code()))
                    .filter(kind)
                    .reduce((before, after) -> after);
        }

        Optional<CallerNumber> caller() {
            return file.numbers().flatMap(CallNumbers::caller);
        }

        /** Returns true if the displayed number is the insurer's service number. */
        boolean isCallerOfInsurer() {
            return caller().isPresent()
                    && insurer.serviceNumber()
                            .map(ServiceNumber::digits)
                            .filter(withoutCountry(caller().get().digits())::equals)
                            .isPresent();
        }

        private static String withoutCountry(String digits) {
            return digits.replaceFirst("^(\\+86|0086)", "");
        }
    }
}
