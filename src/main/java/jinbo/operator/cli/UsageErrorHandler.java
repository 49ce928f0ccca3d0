package jinbo.operator.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jinbo.operator.answer.Page;
import jinbo.operator.answer.Texts;
import jinbo.operator.cli.OperationCommand.TypedNumber;
import jinbo.platform.error.ErrorMessage;
import jinbo.reference.phone.PhoneDigits;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reports mistyped commands, with the name that was probably meant. */
record UsageErrorHandler(Terminal terminal, Texts texts) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        return report(e.getCommandLine(), sentence(e), nearest(e));
    }

    int report(CommandLine command, ErrorMessage message) {
        return report(command, message.in(texts.language().locale()));
    }

    int report(CommandLine command, String sentence) {
        return report(command, sentence, Optional.empty());
    }

    private int report(CommandLine command, String sentence, Optional<String> nearest) {
        Page page = new Page(texts, terminal.err(), terminal.screen());
        page.print(sentence, Style.fg_red);
        nearest.ifPresent(name -> page.say("wrong.nearest", name));
        String usage = command.getHelp().synopsis(0).stripTrailing();
        page.print(texts.of("wrong.usage") + usage.replaceAll("\\s+", " "));
        page.say("wrong.help", command.getCommandSpec().qualifiedName());
        return ExitCode.USAGE;
    }

    int reportMissingCommand(CommandLine group) {
        return report(group, texts.of("wrong.no-command", commandsOf(group)));
    }

    String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (e instanceof MissingParameterException missing) {
            String names =
                    missing.getMissing().stream().map(UsageErrorHandler::nameOf).collect(Collectors.joining(", "));
            return texts.of("wrong.missing", names);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return texts.of("wrong.twice", nameOf(twice.getOverwritten()));
        }
        if (e.getArgSpec() != null && e.getValue() != null) {
            return texts.of("wrong.value", quoted(e.getValue()), nameOf(e.getArgSpec()), allowed(e.getArgSpec()));
        }
        return PhoneDigits.masked(e.getMessage());
    }

    /**
     * Returns the command, option or constant that was probably meant. The typed text is not repeated, because it may
     * be a phone number.
     */
    private static Optional<String> nearest(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return first.startsWith("-")
                    ? NearestName.of(first.replaceFirst("=.*", ""), optionsOf(e.getCommandLine()))
                    : NearestName.of(first, e.getCommandLine().getSubcommands().keySet());
        }
        return e.getArgSpec() == null || e.getValue() == null
                ? Optional.empty()
                : NearestName.of(e.getValue(), constants(typeOf(e.getArgSpec())));
    }

    private static Class<?> typeOf(ArgSpec argument) {
        return argument.auxiliaryTypes().length > 0 ? argument.auxiliaryTypes()[0] : argument.type();
    }

    private String unmatched(UnmatchedArgumentException e) {
        CommandLine command = e.getCommandLine();
        String first = e.getUnmatched().get(0);
        if (first.startsWith("-")) {
            return texts.of(
                    "wrong.option", quoted(first.replaceFirst("=.*", "")), String.join(", ", optionsOf(command)));
        }
        if (command.getCommandSpec().args().stream().anyMatch(TypedNumber::isTypeOf)) {
            // it may be the rest of a phone number that was typed in groups of digits
            return texts.of("wrong.surplus", "***");
        }
        return command.getSubcommands().isEmpty()
                ? texts.of("wrong.surplus", quoted(first))
                : texts.of("wrong.command", quoted(first), commandsOf(command));
    }

    /** Describes the allowed values: the message {@code allowed.LABEL}, or for an enum without one its constants. */
    private String allowed(ArgSpec argument) {
        Class<?> type = typeOf(argument);
        if (type == boolean.class) {
            return "true, false";
        }
        return type.isEnum() && !texts.has("allowed." + argument.paramLabel())
                ? String.join(", ", constants(type))
                : texts.of("allowed." + argument.paramLabel());
    }

    private static List<String> constants(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(Object::toString).toList()
                : List.of();
    }

    private static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                : argument.paramLabel();
    }

    private static String commandsOf(CommandLine group) {
        return String.join(", ", group.getSubcommands().keySet());
    }

    private static List<String> optionsOf(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
    }

    private static String quoted(String typed) {
        return "\"" + PhoneDigits.masked(typed) + "\"";
    }

    /** Finds a similar name. Picocli's own suggestions are less similar and do not include values. */
    static final class NearestName {

        private static final int LETTERS_FOR_EACH_MISTAKE = 3;

        private NearestName() {}

        /**
         * Returns the nearest of the names that begin with the typed text, or differ from it in at most a third of
         * their letters (but at least one).
         */
        static Optional<String> of(String typed, Collection<String> names) {
            String small = typed.toLowerCase(Locale.ROOT);
            return names.stream()
                    .filter(name ->
                            name.toLowerCase(Locale.ROOT).startsWith(small) || distance(small, name) <= mostOf(name))
                    .min(Comparator.comparingInt(name -> distance(small, name)));
        }

        private static int mostOf(String name) {
            return Math.max(1, name.replace("-", "").length() / LETTERS_FOR_EACH_MISTAKE);
        }

        private static int distance(String small, String name) {
            String other = name.toLowerCase(Locale.ROOT);
            int[] before = new int[other.length() + 1];
            for (int j = 0; j < before.length; j++) {
                before[j] = j;
            }
            for (int i = 1; i <= small.length(); i++) {
                int[] now = new int[before.length];
                now[0] = i;
                for (int j = 1; j < now.length; j++) {
                    int replaced = before[j - 1] + (small.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                    now[j] = Math.min(replaced, 1 + Math.min(before[j], now[j - 1]));
                }
                before = now;
            }
            return before[other.length()];
        }
    }
}
