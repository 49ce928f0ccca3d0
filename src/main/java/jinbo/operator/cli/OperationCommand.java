package jinbo.operator.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jinbo.operator.answer.Texts;
import jinbo.operator.answer.ValueLabel;
import jinbo.participant.operation.AccessPurpose;
import jinbo.participant.operation.HiddenText;
import jinbo.participant.operation.InvalidOperationException;
import jinbo.participant.operation.Operation;
import jinbo.participant.operation.OperationFile;
import jinbo.participant.operation.OperationNumber;
import jinbo.participant.operation.OperationType;
import jinbo.participant.operation.Reason;
import jinbo.participant.operation.Typed;
import jinbo.participant.operation.ValueType;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** Creates the picocli command of an operation, and the operation from typed values. */
final class OperationCommand {

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
            } else if (part.isTyped()) {
                command.addOption(option(part));
            }
        }
        return command;
    }

    private static OptionSpec option(OperationType.Part part) {
        OptionSpec.Builder option = OptionSpec.builder("--" + part.name())
                .type(holder(part))
                .auxiliaryTypes(typeAsTyped(part))
                .required(part.arity() == OperationType.Arity.ONE
                                && typed(part, Typed::otherwise).isEmpty()
                        || part.typed().filter(Typed::required).isPresent());
        if (part.arity() != OperationType.Arity.FLAG) {
            option.arity("1").paramLabel(label(part));
        }
        if (part.typed().filter(Typed::asked).isPresent()) {
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

    /** Returns the type to which picocli converts. Other types are kept as text here and report their own errors. */
    private static Class<?> typeAsTyped(OperationType.Part part) {
        Class<?> type = part.valueType();
        if (type == OperationNumber.class || type == HiddenText.class) {
            return TypedNumber.class;
        }
        return AS_TEXT.contains(type) ? String.class : type;
    }

    private static String label(OperationType.Part part) {
        return typed(part, Typed::label)
                .or(() -> ValueLabel.find(part.valueType()))
                .orElseGet(() -> part.name().toUpperCase(Locale.ROOT));
    }

    /** @throws InvalidOperationException if values are invalid or contradict each other */
    Operation read(ParseResult typed, Terminal terminal, Texts texts) {
        create(typed, OperationCommand::withoutNumbers, part -> Optional.empty());
        return create(
                typed,
                (part, value) -> prompt(part, value, terminal, texts),
                part -> hidden(part, typed, terminal, texts));
    }

    private Operation create(
            ParseResult typed,
            BiFunction<OperationType.Part, Object, Object> read,
            Function<OperationType.Part, Object> hidden) {
        return type.create(type.parts().stream()
                .map(part -> part.isTyped()
                        ? value(part, argument(part, typed).getValue(), typedValue -> read.apply(part, typedValue))
                        : hidden.apply(part))
                .toList());
    }

    /** Prompts for a value that is never typed on the command line, unless an option was typed instead. */
    private Optional<HiddenText> hidden(OperationType.Part part, ParseResult typed, Terminal terminal, Texts texts) {
        if (part.askedUnless().stream().anyMatch(option -> typed.hasMatchedOption("--" + option))) {
            return Optional.empty();
        }
        Object[] operands =
                typed.matchedPositionals().stream().map(ArgSpec::getValue).toArray();
        String question = texts.of("prompt." + String.join(".", type.command()), operands);
        return Optional.of(new HiddenText(terminal.ask(question).orElse("")));
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

    /** Reads a value without prompting: prompts for phone numbers come only after all other values are valid. */
    private static Object withoutNumbers(OperationType.Part part, Object value) {
        if (value instanceof TypedNumber) {
            return part.valueType() == HiddenText.class ? new HiddenText("") : OperationNumber.keptApart();
        }
        return read(part, value);
    }

    private static Object prompt(OperationType.Part part, Object value, Terminal terminal, Texts texts) {
        if (value instanceof TypedNumber text && part.valueType() == HiddenText.class) {
            return new HiddenText(
                    text.asks()
                            ? terminal.ask(texts.of("prompt." + part.name())).orElse("")
                            : text.typed());
        }
        if (value instanceof TypedNumber number) {
            return OperationNumber.typed(number.text(terminal, texts));
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

    record TypedNumber(String typed) {

        /** Typed for a number that is to be read from the terminal or standard input: others can see a command line. */
        static final String ASK = "-";

        static boolean isTypeOf(ArgSpec argument) {
            return argument.auxiliaryTypes().length > 0 && argument.auxiliaryTypes()[0] == TypedNumber.class;
        }

        boolean asks() {
            return typed.equals(ASK);
        }

        String text(Terminal terminal, Texts texts) {
            return asks() ? terminal.ask(texts.of("prompt.number")).orElse("") : typed;
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
