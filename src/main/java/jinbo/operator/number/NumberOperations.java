package jinbo.operator.number;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jinbo.exchange.format.Term;
import jinbo.operator.UsageError;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.UseCase;
import jinbo.participant.staff.Duty;
import jinbo.reference.business.LineCode;

/** The operations on a single phone number: choices for its holder, its release, and lookups. */
public sealed interface NumberOperations extends Operation
        permits NumberOperations.RegisterChoice,
                NumberOperations.ChangeChoice,
                NumberOperations.CancelChoice,
                NumberOperations.ReleaseNumber,
                NumberOperations.ShowNumber,
                NumberOperations.LookUp {

    interface Choice {

        OperationNumber number();

        AccessPurpose reason();

        List<LineCode> line();

        List<NamedInsurer> insurer();

        ChosenTerm term();
    }

    @UseCase(name = "register", duty = Duty.CHOOSE_FOR_CONSUMERS)
    record RegisterChoice(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(description = "choice.line") List<LineCode> line,

            @Typed(label = "CODE[/LINE]", description = "choice.insurer")
            List<NamedInsurer> insurer,

            ChosenTerm term,
            @Typed(operand = true) OperationNumber number)
            implements NumberOperations, Choice {

        public RegisterChoice {
            requireScope(line, insurer);
        }
    }

    /** Registers a choice that replaces the consumer's earlier choices. */
    @UseCase(name = "change", duty = Duty.CHOOSE_FOR_CONSUMERS)
    record ChangeChoice(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(description = "choice.line") List<LineCode> line,

            @Typed(label = "CODE[/LINE]", description = "choice.insurer")
            List<NamedInsurer> insurer,

            ChosenTerm term,
            @Typed(operand = true) OperationNumber number)
            implements NumberOperations, Choice {

        public ChangeChoice {
            requireScope(line, insurer);
        }
    }

    @UseCase(name = "cancel", duty = Duty.CHOOSE_FOR_CONSUMERS)
    record CancelChoice(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    /** Releases a number that has changed hands, so that earlier registrations no longer count. */
    @UseCase(name = "release", duty = Duty.RELEASE_NUMBERS)
    record ReleaseNumber(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    @UseCase(name = "show", duty = Duty.LOOK_UP_NUMBERS)
    record ShowNumber(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    /** Looks up which insurers could call a number for sales at a moment, and which lists had notified them. */
    @UseCase(name = "lookup", duty = Duty.LOOK_UP_NUMBERS)
    record LookUp(
            @Typed(description = "why-number") AccessPurpose reason,
            Optional<InsurerCode> insurer,
            Optional<Moment> at,
            @Typed(operand = true) OperationNumber number)
            implements NumberOperations {}

    private static void requireScope(List<LineCode> line, List<NamedInsurer> insurer) {
        if (line.isEmpty() && insurer.isEmpty()) {
            throw new InvalidOperationException(UsageError.CHOICE_OF_NOBODY);
        }
    }

    /** An insurer in one line of business ({@code YUNHE/MOTOR}) or in all open lines that it sells ({@code YUNHE}). */
    record NamedInsurer(InsurerCode code, Optional<LineCode> line) {

        public static NamedInsurer parse(String typed) {
            String[] parts = typed.split("/", 2);
            return new NamedInsurer(
                    new InsurerCode(parts[0]),
                    Arrays.stream(parts)
                            .skip(1)
                            .map(line -> new LineCode(line.toUpperCase(Locale.ROOT)))
                            .findFirst());
        }

        @Override
        public String toString() {
            return code + line.map(one -> "/" + one).orElse("");
        }
    }

    /** The term of a choice as it is typed, such as {@code 1Y}. */
    record ChosenTerm(Term term) {

        public static ChosenTerm parse(String typed) {
            return new ChosenTerm(Term.of(typed).orElseThrow(IllegalArgumentException::new));
        }

        @Override
        public String toString() {
            return term.text();
        }
    }
}
