package jinbo.operator.reference;

import java.time.LocalDate;
import java.util.Optional;
import jinbo.operator.UsageError;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.BusinessLine;
import jinbo.reference.business.LineCode;

/** The operations on reference data: lines of business, working days, segments of phone numbers. */
public sealed interface ReferenceOperations extends Operation
        permits ReferenceOperations.AddBusinessLine,
                ReferenceOperations.ListBusinessLines,
                ReferenceOperations.CloseBusinessLine,
                ReferenceOperations.ImportCalendar,
                ReferenceOperations.ImportSegments {

    /** @param since the first day on which the line is open; today by default */
    @UseCase(name = "line add", duty = Duty.LOAD_REFERENCE_DATA)
    record AddBusinessLine(
            @Typed(operand = true, description = "new-line") LineCode line,

            @Typed(label = "NAME") String name,
            @Typed(label = "NAME") String nameZh,
            Optional<LocalDate> since,
            @Typed(description = "why") Optional<String> reason)
            implements ReferenceOperations {

        public AddBusinessLine {
            name = name.strip();
            nameZh = nameZh.strip();
            if (!BusinessLine.isName(name) || !BusinessLine.isChineseName(nameZh)) {
                throw new InvalidOperationException(UsageError.LINE_NAME);
            }
        }
    }

    @UseCase(name = "line list", duty = Duty.LOOK)
    record ListBusinessLines() implements ReferenceOperations {}

    /** Closes a line of business for new registrations from a day on; existing blocks remain. */
    @UseCase(name = "line close", duty = Duty.LOAD_REFERENCE_DATA)
    record CloseBusinessLine(
            @Typed(operand = true) LineCode line,
            LocalDate on,
            @Typed(description = "why-ended") Reason reason) implements ReferenceOperations {}

    @UseCase(name = "calendar import", duty = Duty.LOAD_REFERENCE_DATA)
    record ImportCalendar(
            @Typed(operand = true) OperationFile file,
            @Typed(description = "why") Optional<String> reason) implements ReferenceOperations {}

    @UseCase(name = "segments import", duty = Duty.LOAD_REFERENCE_DATA)
    record ImportSegments(
            @Typed(operand = true) OperationFile file,
            @Typed(description = "why") Optional<String> reason) implements ReferenceOperations {}
}
