package jinbo.participant.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.participant.insurer.ServiceNumber;
import jinbo.reference.phone.PhoneDigits;

/**
 * An operation as it would be typed, for people: what is shown of a request, and the object of its entry in the access log.
 */
record OperationArguments(List<Argument> words) {

    private static final String REASON = "reason";
    private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d\\d-?[01]\\d-?[0-3]\\d(?!\\d)");

    /** @param before what stands before the value: {@code --name=}, or nothing */
    record Argument(String before, String value, Class<?> type) {

        String shown() {
            return before + value;
        }

        boolean isReason() {
            return before.equals("--" + REASON + "=");
        }
    }

    static OperationArguments of(Operation operation) {
        OperationType type = OperationType.of(operation.getClass());
        List<Argument> words = new ArrayList<>();
        type.command().forEach(word -> words.add(new Argument("", word, String.class)));
        type.parts().stream()
                .filter(part -> part.isTyped() && !part.isOperand())
                .forEach(part -> add(words, part, "--" + part.name(), part.of(operation)));
        type.parts().stream()
                .filter(OperationType.Part::isOperand)
                .forEach(part -> add(words, part, "", part.of(operation)));
        return new OperationArguments(words);
    }

    private static void add(List<Argument> words, OperationType.Part part, String option, Object value) {
        if (part.arity() == OperationType.Arity.FLAG) {
            if (value.equals(true)) {
                words.add(new Argument("", option, boolean.class));
            }
            return;
        }
        for (Object one : values(value)) {
            if (countsAnyway(part, one)) {
                continue;
            }
            words.add(new Argument(option.isEmpty() ? "" : option + "=", String.valueOf(one), part.valueType()));
        }
    }

    private static boolean countsAnyway(OperationType.Part part, Object value) {
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

    /** For a record that must hold no number and has a place of its own for the reason. */
    String inLog() {
        return words.stream()
                .filter(word -> !word.isReason())
                .map(word -> PhoneDigits.masked(word.shown()))
                .collect(Collectors.joining(" "));
    }

    Optional<String> reason() {
        return words.stream().filter(Argument::isReason).map(Argument::value).findFirst();
    }

    /** Whether anything in it may be a phone number, other than one by which an insurer wants to be known. */
    boolean holdNumbers() {
        return words.stream()
                .filter(word -> word.type() != ServiceNumber.class)
                .anyMatch(word -> word.isReason()
                        ? PhoneDigits.mayContainNumber(word.value())
                        : !PhoneDigits.masked(word.shown()).equals(word.shown()) || isNamedAfterLandline(word));
    }

    /** People name a file after the number that it is about, and a local one has no more than the digits of a date. */
    private static boolean isNamedAfterLandline(Argument word) {
        return word.type() == OperationFile.class
                && PhoneDigits.mayContainNumber(DATE.matcher(word.shown()).replaceAll("date"));
    }
}
