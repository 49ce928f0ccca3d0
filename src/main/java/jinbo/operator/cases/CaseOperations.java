package jinbo.operator.cases;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.cases.CallPurpose;
import jinbo.cases.CaseNumber;
import jinbo.cases.CaseRuling;
import jinbo.cases.CaseState;
import jinbo.cases.Cases;
import jinbo.cases.Salesperson;
import jinbo.cases.ViolationGround;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.insurer.UnitCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;

/** The operations on cases, that is consumers' complaints about calls ({@code case ...}). */
public sealed interface CaseOperations extends Operation
        permits CaseOperations.ListCases,
                CaseOperations.ReportCases,
                CaseOperations.ShowCase,
                CaseOperations.OpenCase,
                CaseOperations.AssignCaseTo,
                CaseOperations.DecideOnCase,
                CaseOperations.ContestDecision,
                CaseOperations.WeighCaseEvidence {

    /** Lists the newest cases, without personal data. */
    @UseCase(name = "case list", duty = Duty.LOOK)
    record ListCases(
            @Typed(label = "N", otherwise = "100") int limit,
            @Typed(description = "CODE") Optional<InsurerCode> insurer,
            Optional<CaseState> state,
            boolean overdue)
            implements CaseOperations {

        public ListCases {
            if (limit < 1 || limit > Cases.MOST) {
                throw new InvalidOperationException(UsageError.LIMIT, String.format(Locale.ENGLISH, "%,d", Cases.MOST));
            }
        }
    }

    /** Reports a month's cases by insurer and by line of business, optionally as files in a folder. */
    @UseCase(name = "case report", duty = Duty.LOOK)
    record ReportCases(
            YearMonth month, @Typed(label = "DIR") Optional<Path> to) implements CaseOperations {}

    @UseCase(name = "case show", duty = Duty.SHOW_CASES)
    record ShowCase(
            @Typed(operand = true, label = "CASE") CaseNumber number,
            @Typed(description = "why-number") AccessPurpose reason)
            implements CaseOperations {}

    /** Opens a case for a consumer who has complained by letter or telephone. */
    @UseCase(name = "case open", duty = Duty.OPEN_CASES)
    record OpenCase(
            @Typed(operand = true) OperationNumber number,
            @Typed(description = "why-number") AccessPurpose reason,
            Moment calledAt,
            @Typed(description = "call-purpose") CallPurpose purpose,
            @Typed(description = "call-insurer") Optional<InsurerCode> insurer,
            @Typed(description = "call-line") Optional<LineCode> line,

            @Typed(label = "NUMBER", description = "call-caller")
            Optional<HiddenText> caller,

            @Typed(description = "call-words") Optional<OperationFile> words)
            implements CaseOperations {

        public OpenCase {
            if (calledAt.begin().isBefore(calledAt.end())) {
                throw new InvalidOperationException(UsageError.CALLED_AT_DATE);
            }
        }
    }

    /** Assigns a case to an insurer, which is then sent the consumer's number. */
    @UseCase(name = "case assign", duty = Duty.ASSIGN_CASES)
    record AssignCaseTo(
            @Typed(operand = true, label = "CASE") CaseNumber number,
            @Typed(description = "CODE") InsurerCode insurer,
            @Typed(description = "UNIT") Optional<UnitCode> unit,

            @Typed(label = "SIGN", description = "SIGN") Optional<Salesperson> salesperson,

            @Typed(description = "why-number") AccessPurpose reason)
            implements CaseOperations {
        @Override
        public Optional<InsurerCode> about() {
            return Optional.of(insurer);
        }
    }

    /** Decides a case. Both people decide on the same evidence, because the request contains its SHA-256. */
    @UseCase(name = "case decide", duty = Duty.DECIDE_CASES)
    record DecideOnCase(
            @Typed(operand = true, label = "CASE") CaseNumber number,
            CaseRuling ruling,
            List<ViolationGround> ground,
            @Typed(label = "SHA256") Optional<EvidenceSha256> evidence,
            @Typed(description = "why-number") AccessPurpose reason)
            implements CaseOperations {

        public DecideOnCase {
            ground = List.copyOf(ground);
            if ((ruling == CaseRuling.VIOLATION) == ground.isEmpty()) {
                throw new InvalidOperationException(UsageError.GROUNDS);
            }
        }
    }

    /** Records that the consumer appeals against the dismissal of a complaint. */
    @UseCase(name = "case appeal", duty = Duty.CONTEST_DECISIONS)
    record ContestDecision(
            @Typed(operand = true, label = "CASE") CaseNumber number,
            @Typed(description = "why-number") AccessPurpose reason)
            implements CaseOperations {}

    /** Collects as evidence what each party knew at the time of the call, with sources, and proposes a ruling. */
    @UseCase(name = "case evidence", duty = Duty.WEIGH_CASES)
    record WeighCaseEvidence(
            @Typed(operand = true, label = "CASE") CaseNumber number,
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(label = "DIR") Optional<Path> out)
            implements CaseOperations {}
}
