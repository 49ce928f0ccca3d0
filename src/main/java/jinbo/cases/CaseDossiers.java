package jinbo.cases;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jinbo.accesslog.Access;
import jinbo.accesslog.AccessAction;
import jinbo.accesslog.AccessPermit;
import jinbo.accesslog.Actor;
import jinbo.accesslog.Subject;
import jinbo.accesslog.SubjectKeys;
import jinbo.participant.insurer.InsurerCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the files of cases for who weighs them. */
@Component
public record CaseDossiers(
        CaseRows rows,
        ProtectedCallData calls,
        CaseParties parties,
        CaseAnswers answers,
        SubjectKeys keys,
        TransactionTemplate transaction) {

    /**
     * The access that weighing a case is, which is announced before its file is opened.
     *
     * @param purpose why, without numbers
     * @throws CaseException if there is none
     */
    public Access accessFor(CaseNumber number, Actor actor, String purpose) {
        CaseRows.Stored stored = find(number);
        return new Access(
                actor,
                AccessAction.WEIGH_CASE,
                purpose,
                stored.summary().insurer().map(InsurerCode::value),
                "case " + number,
                Optional.of(stored.subject()));
    }

    /** @throws CaseException if there is none */
    public CaseDossier open(AccessPermit permit, CaseNumber number) {
        return Objects.requireNonNull(transaction.execute(status -> {
            CaseRows.Stored stored = find(number);
            Optional<CallNumbers> numbers = calls.numbers(permit, stored);
            List<Subject> consumer = numbers.map(
                            known -> keys.allSubjectsOf(known.consumer().value()))
                    .orElseGet(() -> List.of(stored.subject()));
            return new CaseDossier(
                    stored.summary(),
                    stored.source(),
                    parties.of(stored),
                    numbers,
                    answers.findWithSources(stored),
                    consumer,
                    rows.before(stored, consumer),
                    CaseDossier.AppealedDecision.in(rows.history(stored)));
        }));
    }

    private CaseRows.Stored find(CaseNumber number) {
        return rows.find(number).orElseThrow(() -> new CaseException(CaseError.CASE_UNKNOWN, number));
    }

    /**
     * @param numbers who was called and by whom; empty once that has been erased
     * @param subjects the consumer, as the access log may have it
     * @param before the same consumer's cases that go before it, the first first
     * @param contested what was decided of it before and not accepted, in order
     */
    public record CaseDossier(
            CaseSummary summary,
            CaseSource source,
            Optional<CaseParty> party,
            Optional<CallNumbers> numbers,
            List<Answered> answers,
            List<Subject> subjects,
            List<CaseSummary> before,
            List<AppealedDecision> contested) {

        public record Answered(CaseAnswer answer, long inboundFile, int line) {}

        /**
         * A decision that one side did not accept, so that the case is decided once more.
         *
         * @param decided how the case stood after it
         */
        public record AppealedDecision(CaseSide by, CaseState decided, Instant decidedAt, Instant at) {

            /** Those of a case, the oldest first. */
            static List<AppealedDecision> in(List<Case.Event> history) {
                return IntStream.range(1, history.size())
                        .filter(event -> history.get(event).state() == CaseState.APPEALED)
                        .mapToObj(event -> of(history.get(event - 1), history.get(event)))
                        .toList();
            }

            private static AppealedDecision of(Case.Event decision, Case.Event appeal) {
                return new AppealedDecision(
                        CaseSide.against(decision.state()), decision.state(), decision.at(), appeal.at());
            }
        }
    }
}
