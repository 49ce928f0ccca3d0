package jinbo.operator.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.exchange.openpgp.Fingerprint;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * A command as it was typed, word by word, without the options that every command has: who acts, and where, is no part of
 * what is asked for.
 *
 * @param words the words, one option a word
 */
record CommandWords(List<Word> words) {

    static final String REASON = "--reason";

    private static final Pattern DATE = Pattern.compile("(?<!\\d)20\\d\\d-?[01]\\d-?[0-3]\\d(?!\\d)");

    /**
     * A word.
     *
     * @param before what stands before the value: {@code --name=}, or nothing
     * @param value what was typed
     * @param file the file that the value names, if it names one
     */
    record Word(String before, String value, Optional<Path> file) {

        /** As it is kept and shown: of a file its name, for where it lay is nobody else's business. */
        String shown() {
            return before + file.map(path -> String.valueOf(path.getFileName())).orElse(value);
        }

        boolean isReason() {
            return before.equals(REASON + "=");
        }
    }

    static CommandWords of(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        List<Word> words = new ArrayList<>();
        commands.stream()
                .skip(1)
                .forEach(command -> words.add(new Word("", command.getCommandName(), Optional.empty())));
        ParseResult last = commands.get(commands.size() - 1).getParseResult();
        // one that was typed twice is there twice, each time with all that was typed
        for (OptionSpec option : new LinkedHashSet<>(last.matchedOptions())) {
            if (!option.inherited()) {
                option.originalStringValues().forEach(value -> words.add(option(option, value)));
            }
        }
        for (PositionalParamSpec parameter : last.matchedPositionals()) {
            parameter.originalStringValues().forEach(value -> words.add(parameter(parameter, value)));
        }
        return new CommandWords(words);
    }

    /** The same, with one more option. */
    CommandWords and(String option, String value) {
        List<Word> more = new ArrayList<>(words);
        more.add(new Word(option + "=", value, Optional.empty()));
        return new CommandWords(more);
    }

    /** As they are kept. */
    List<String> shown() {
        return words.stream().map(Word::shown).toList();
    }

    /** For a record that must hold no number and has a place of its own for the reason. */
    String inLog() {
        return words.stream()
                .filter(word -> !word.isReason())
                .map(word -> PhoneDigits.masked(word.shown()))
                .collect(Collectors.joining(" "));
    }

    /** Why, if that was typed. */
    Optional<String> reason() {
        return words.stream().filter(Word::isReason).map(Word::value).findFirst();
    }

    /** Whether anything that was typed may be a phone number. */
    boolean holdNumbers() {
        return words.stream()
                .anyMatch(word -> word.isReason()
                        ? PhoneDigits.mayContainNumber(word.value())
                        : !PhoneDigits.masked(word.shown()).equals(word.shown()) || isNamedAfterLandline(word));
    }

    /** People name a file after the number that it is about, and a local one has no more than the digits of a date. */
    private static boolean isNamedAfterLandline(Word word) {
        return word.file().isPresent()
                && PhoneDigits.mayContainNumber(DATE.matcher(word.shown()).replaceAll("date"));
    }

    private static Word option(OptionSpec option, String value) {
        if (TypedNumber.isTypeOf(option)) {
            return new Word(option.longestName() + "=", new TypedNumber(value).toString(), Optional.empty());
        }
        return option.arity().max() == 0
                ? new Word("", option.longestName(), Optional.empty())
                : new Word(option.longestName() + "=", value, fileOf(option, value));
    }

    private static Word parameter(PositionalParamSpec parameter, String value) {
        if (typeOf(parameter) == Fingerprint.class) {
            // as people read it out, in groups, some digits of one in fifty would be taken for a number
            return new Word("", Fingerprint.parse(value).value(), Optional.empty());
        }
        return TypedNumber.isTypeOf(parameter)
                ? new Word("", new TypedNumber(value).toString(), Optional.empty())
                : new Word("", value, fileOf(parameter, value));
    }

    private static Optional<Path> fileOf(ArgSpec argument, String value) {
        return typeOf(argument) == Path.class ? Optional.of(Path.of(value)) : Optional.empty();
    }

    private static Class<?> typeOf(ArgSpec argument) {
        return argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    }
}
