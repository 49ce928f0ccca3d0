package jinbo.participant.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.phone.PhoneDigits;

/** An operation as a command line, which requests and the access log show. */
record OperationArguments(List<Argument> words) {

    private static final String REASON = "reason";
    private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d\\d-?[01]\\d-?[0-3]\\d(?!\\d)");

    /** @param of the part of the operation that has this value; empty for a word of the command and for a flag */
    record Argument(Optional<OperationType.Part> of, String value) {

        String shown() {
            return of.filter(part -> !part.isOperand())
                            .map(part -> option(part) + "=")
                            .orElse("")
                    + value;
        }

        boolean isReason() {
            return of.filter(part -> part.name().equals(REASON)).isPresent();
        }

        boolean isA(Class<?> type) {
            return of.filter(part -> part.valueType() == type).isPresent();
        }
    }

    static OperationArguments of(Operation operation) {
        OperationType type = OperationType.of(operation.getClass());
        List<Argument> words = new ArrayList<>();
        type.command().forEach(word -> words.add(new Argument(Optional.empty(), word)));
        type.parts().stream()
                .filter(part -> part.isTyped() && !part.isOperand())
                .forEach(part -> add(words, part, part.of(operation)));
        type.parts().stream()
                .filter(OperationType.Part::isOperand)
                .forEach(part -> add(words, part, part.of(operation)));
        return new OperationArguments(words);
    }

    private static String option(OperationType.Part part) {
        return "--" + part.name();
    }

    private static void add(List<Argument> words, OperationType.Part part, Object value) {
        if (part.arity() == OperationType.Arity.FLAG) {
            if (value.equals(true)) {
                words.add(new Argument(Optional.empty(), option(part)));
            }
            return;
        }
        for (Object one : values(value)) {
            if (!isDefault(part, one)) {
                words.add(new Argument(Optional.of(part), String.valueOf(one)));
            }
        }
    }

    private static boolean isDefault(OperationType.Part part, Object value) {
        return part.typed()
                .filter(typed -> typed.otherwise().equals(String.valueOf(value)))
                .isPresent();
    }

    static Collection<?> values(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.stream().toList();
        }
        return value instanceof Collection<?> several ? several : List.of(value);
    }

    List<String> shown() {
        return words.stream().map(Argument::shown).toList();
    }

    /** The text for the access log: phone numbers are masked, and the reason, which has its own field, is left out. */
    String inLog() {
        return words.stream()
                .filter(word -> !word.isReason())
                .map(word -> PhoneDigits.masked(word.shown()))
                .collect(Collectors.joining(" "));
    }

    Optional<String> reason() {
        return reasons().map(Argument::value).findFirst();
    }

    Optional<String> shownReason() {
        return reasons().map(Argument::shown).findFirst();
    }

    private Stream<Argument> reasons() {
        return words.stream().filter(Argument::isReason);
    }

    /** True if an argument may contain a phone number; service numbers and fractions of seconds do not count. */
    boolean mayContainNumber() {
        return words.stream()
                .filter(word -> !word.isA(ServiceNumber.class) && !word.isA(Moment.class))
                .anyMatch(word -> word.isReason()
                        ? PhoneDigits.mayContainNumber(word.value())
                        : !PhoneDigits.masked(word.shown()).equals(word.shown()) || isNamedAfterLandline(word));
    }

    /** True for a file name that may contain a landline number, which has as few digits as a date. */
    private static boolean isNamedAfterLandline(Argument word) {
        return word.isA(OperationFile.class)
                && PhoneDigits.mayContainNumber(DATE.matcher(word.shown()).replaceAll("date"));
    }
}
