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
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the data of a case that is needed to assess it. */
@Component
public record CaseDossiers(
        CaseRows rows,
        ProtectedCallData calls,
        CaseHistory history,
        SubjectKeys keys,
        TransactionTemplate transaction) {

    /** Returns the access, which the caller must begin before it opens the dossier. */
    public Access accessFor(CaseNumber number, Actor actor, String purpose) {
        return rows.get(number).access(actor, AccessAction.WEIGH_CASE, purpose);
    }

    public CaseDossier open(AccessPermit permit, CaseNumber number) {
        return Objects.requireNonNull(transaction.execute(status -> {
            CaseRows.Stored stored = rows.get(number);
            Optional<CallNumbers> numbers = calls.findNumbers(permit, stored);
            List<Subject> consumer = numbers.map(
                            known -> keys.allSubjectsOf(known.consumer().value()))
                    .orElseGet(() -> List.of(stored.subject()));
            return new CaseDossier(
                    stored.summary(),
                    stored.source(),
                    history.party(stored),
                    numbers,
                    history.answers(stored),
                    consumer,
                    rows.findEarlier(stored, consumer),
                    CaseDossier.AppealedDecision.in(rows.history(stored)));
        }));
    }

    /**
     * @param subjects the keyed hashes of the consumer's number
     * @param before the consumer's cases that take precedence if they are about the same call, in order
     * @param contested the decisions against which a party has appealed
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

        /** An answer, with the inbound file and the line that it came from. */
        public record Answered(CaseAnswer answer, long inboundFile, int line) {}

        /** A decision against which a party appealed, with the state after the decision. */
        public record AppealedDecision(CaseSide by, CaseState decided, Instant decidedAt, Instant at) {

            static List<AppealedDecision> in(List<Case.Event> history) {
                return IntStream.range(1, history.size())
                        .filter(event -> history.get(event).state() == CaseState.APPEALED)
                        .mapToObj(event -> {
                            Case.Event decision = history.get(event - 1);
                            return new AppealedDecision(
                                    CaseSide.losingBy(decision.state()),
                                    decision.state(),
                                    decision.at(),
                                    history.get(event).at());
                        })
                        .toList();
            }
        }
    }
}
