package jinbo.operator.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jinbo.participant.insurer.InsurerCode;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Moment;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.ValueType;
import jinbo.reference.business.LineCode;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The command by which an operation is typed. */
final class OperationCommand {

    /** What help calls values, by their type. */
    private static final Map<Class<?>, String> LABELS = Map.of(
            AccessPurpose.class, "TEXT",
            InsurerCode.class, "CODE",
            LineCode.class, "LINE",
            LocalDate.class, "DATE",
            Moment.class, "TIME",
            OperationFile.class, "FILE",
            OperationNumber.class, "MOBILE",
            Reason.class, "TEXT",
            String.class, "TEXT");

    private static final Set<Class<?>> AS_TEXT = Set.of(AccessPurpose.class, OperationFile.class, Reason.class);

    private final OperationType type;

    private OperationCommand(OperationType type) {
        this.type = type;
    }

    static CommandSpec of(OperationType type) {
        List<String> words = type.command();
        CommandSpec command =
                CommandSpec.wrapWithoutInspection(new OperationCommand(type)).name(words.get(words.size() - 1));
        int place = 0;
        for (OperationType.Part part : type.parts()) {
            if (part.isOperand()) {
                command.addPositional(positional(part, place++));
            } else {
                command.addOption(option(part));
            }
        }
        return command;
    }

    private static OptionSpec option(OperationType.Part part) {
        OptionSpec.Builder option = OptionSpec.builder("--" + part.name())
                .type(holder(part))
                .auxiliaryTypes(typeAsTyped(part))
                .arity(part.arity() == OperationType.Arity.FLAG ? "0" : "1")
                .required(part.arity() == OperationType.Arity.ONE
                                && typed(part, Typed::otherwise).isEmpty()
                        || part.typed().filter(Typed::required).isPresent());
        if (part.arity() != OperationType.Arity.FLAG) {
            option.paramLabel(label(part));
        }
        if (part.arity() == OperationType.Arity.OPTIONAL && part.valueType() == OperationNumber.class) {
            option.arity("0..1").fallbackValue(TypedNumber.ASK);
        }
        typed(part, Typed::description).ifPresent(option::descriptionKey);
        typed(part, Typed::otherwise).ifPresent(option::defaultValue);
        return option.build();
    }

    private static PositionalParamSpec positional(OperationType.Part part, int place) {
        boolean needed = part.arity() == OperationType.Arity.ONE
                && typed(part, Typed::otherwise).isEmpty();
        PositionalParamSpec.Builder positional = PositionalParamSpec.builder()
                .type(holder(part))
                .auxiliaryTypes(typeAsTyped(part))
                .index(part.arity() == OperationType.Arity.SEVERAL ? place + "..*" : Integer.toString(place))
                .arity(needed ? "1" : "0..1")
                .required(needed)
                .paramLabel(label(part))
                .descriptionKey(typed(part, Typed::description).orElse(label(part)));
        typed(part, Typed::otherwise).ifPresent(positional::defaultValue);
        return positional.build();
    }

    private static Optional<String> typed(OperationType.Part part, Function<Typed, String> what) {
        return part.typed().map(what).filter(text -> !text.isEmpty());
    }

    private static Class<?> holder(OperationType.Part part) {
        return switch (part.arity()) {
            case ONE, FLAG -> typeAsTyped(part);
            case OPTIONAL -> Optional.class;
            case SEVERAL -> List.class;
        };
    }

    /** What picocli reads; of other types it leaves the text, so that what they refuse is told by their own code. */
    private static Class<?> typeAsTyped(OperationType.Part part) {
        Class<?> type = part.valueType();
        if (type == OperationNumber.class || type == HiddenText.class) {
            return TypedNumber.class;
        }
        return AS_TEXT.contains(type) ? String.class : type;
    }

    private static String label(OperationType.Part part) {
        return typed(part, Typed::label)
                .or(() -> Optional.ofNullable(LABELS.get(part.valueType())))
                .orElseGet(() -> part.name().toUpperCase(Locale.ROOT));
    }

    /**
     * The operation that was typed.
     *
     * @throws UsageException if a value is not sound, they do not go together, or a number that was to be told is none
     */
    Operation read(ParseResult typed, Terminal terminal, Texts texts) {
        try {
            create(typed, OperationCommand::withoutNumbers);
            return create(typed, (part, value) -> asked(part, value, terminal, texts));
        } catch (InvalidOperationException e) {
            throw new UsageException("wrong." + e.problem(), e.facts().toArray());
        }
    }

    private Operation create(ParseResult typed, BiFunction<OperationType.Part, Object, Object> read) {
        return type.create(type.parts().stream()
                .map(part -> value(part, argument(part, typed).getValue(), typedValue -> read.apply(part, typedValue)))
                .toList());
    }

    private static Object value(OperationType.Part part, Object value, UnaryOperator<Object> read) {
        return switch (part.arity()) {
            case FLAG -> Boolean.TRUE.equals(value);
            case SEVERAL ->
                value == null ? List.of() : ((List<?>) value).stream().map(read).toList();
            case OPTIONAL -> optional(value).map(read);
            case ONE -> read.apply(value);
        };
    }

    private static Optional<Object> optional(Object value) {
        return value == null ? Optional.empty() : ((Optional<?>) value).map(one -> one);
    }

    /** So that nobody is asked for a number before everything else is right. */
    private static Object withoutNumbers(OperationType.Part part, Object value) {
        if (value instanceof TypedNumber) {
            return part.valueType() == HiddenText.class ? new HiddenText("") : OperationNumber.keptApart();
        }
        return read(part, value);
    }

    private static Object asked(OperationType.Part part, Object value, Terminal terminal, Texts texts) {
        if (value instanceof TypedNumber text && part.valueType() == HiddenText.class) {
            return new HiddenText(
                    text.asks()
                            ? terminal.ask(texts.of("prompt." + part.name())).orElse("")
                            : text.typed());
        }
        if (value instanceof TypedNumber number) {
            return OperationNumber.of(number.told(terminal, texts));
        }
        if (part.valueType() == OperationFile.class) {
            return OperationFile.parse((String) value).or(terminal.in());
        }
        return read(part, value);
    }

    private static Object read(OperationType.Part part, Object value) {
        return typeAsTyped(part) == part.valueType()
                ? value
                : ValueType.of(part.valueType()).parse().apply((String) value);
    }

    private ArgSpec argument(OperationType.Part part, ParseResult typed) {
        CommandSpec command = typed.commandSpec();
        return part.isOperand()
                ? command.positionalParameters().get((int) type.parts().stream()
                        .filter(OperationType.Part::isOperand)
                        .takeWhile(other -> !other.equals(part))
                        .count())
                : command.findOption("--" + part.name());
    }
}
