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

public sealed interface NumberOperations extends Operation
        permits NumberOperations.RegisterChoice,
                NumberOperations.ChangeChoice,
                NumberOperations.CancelChoice,
                NumberOperations.ReleaseNumber,
                NumberOperations.ShowNumber,
                NumberOperations.LookUp {

    /** Who is not to call a consumer, and for how long. */
    interface Choice {

        OperationNumber number();

        AccessPurpose reason();

        List<LineCode> line();

        List<NamedInsurer> insurer();

        ChosenTerm term();
    }

    /** A consumer says who is not to call, for the first time as far as it knows. */
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
            requireSomebody(line, insurer);
        }
    }

    /** A consumer says who is not to call from now on, instead of what it said before. */
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
            requireSomebody(line, insurer);
        }
    }

    @UseCase(name = "cancel", duty = Duty.CHOOSE_FOR_CONSUMERS)
    record CancelChoice(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    /** A number has changed hands, so nothing that was known of it counts any more. */
    @UseCase(name = "release", duty = Duty.RELEASE_NUMBERS)
    record ReleaseNumber(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    @UseCase(name = "show", duty = Duty.LOOK_UP_NUMBERS)
    record ShowNumber(
            @Typed(description = "why-number") AccessPurpose reason,
            @Typed(operand = true) OperationNumber number) implements NumberOperations {}

    /**
     * Whether insurers could call a number for sales at some moment, by which registration, and which list had told them.
     *
     * @param at when; else now
     */
    @UseCase(name = "lookup", duty = Duty.LOOK_UP_NUMBERS)
    record LookUp(
            @Typed(description = "why-number") AccessPurpose reason,
            Optional<InsurerCode> insurer,
            Optional<Moment> at,
            @Typed(operand = true) OperationNumber number)
            implements NumberOperations {}

    private static void requireSomebody(List<LineCode> line, List<NamedInsurer> insurer) {
        if (line.isEmpty() && insurer.isEmpty()) {
            throw new InvalidOperationException(UsageError.CHOICE_OF_NOBODY);
        }
    }

    /**
     * An insurer, in one line of business or in all that it sells: {@code YUNHE/MOTOR} or {@code YUNHE}.
     *
     * @param line in which; if empty, in every open one that it sells
     */
    record NamedInsurer(InsurerCode code, Optional<LineCode> line) {

        /** @throws IllegalArgumentException if a code is none */
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

    /** How long nobody is to call, as it is typed: {@code 1Y}. */
    record ChosenTerm(Term term) {

        /** @throws java.util.NoSuchElementException if it is none */
        public static ChosenTerm parse(String typed) {
            return new ChosenTerm(Term.of(typed).orElseThrow());
        }

        @Override
        public String toString() {
            return term.text();
        }
    }
}
