package jinbo.operator.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A story of commands as people type them, each followed by what it shows, in the manner of {@code cram}:
 *
 * <pre>
 * # An operator looks at the held files.
 * * YUNHE uploads complaints-YUNHE-20260302-001.csv.pgp
 *     mobile,complaint,complained_on
 *
 *   qian$ jinbo held list
 *   No file is held.
 * </pre>
 *
 * Remarks begin with {@code #}, events with {@code *}; the lines of an event are indented by four blanks, commands and what
 * they show by two.
 *
 * @param parts in the order in which they happen
 */
record Transcript(List<Part> parts) {

    private static final String CONTENT = "    ";

    /** A line of a story, with those that belong to it. */
    sealed interface Part {}

    /** What somebody who reads it is told. */
    record Remark(String line) implements Part {}

    /** What happens beside the commands. */
    record Event(String words, List<String> content) implements Part {}

    /** A command with its prompt, for example {@code qian$ jinbo held list}. */
    record Typed(String line) implements Part {}

    /** Reads a story; what its commands have shown is passed over. */
    static Transcript of(List<String> lines) {
        List<Part> parts = new ArrayList<>();
        boolean ofEvent = false;
        for (String line : lines) {
            if (line.startsWith("# ")) {
                parts.add(new Remark(line));
            } else if (line.startsWith("* ")) {
                parts.add(new Event(line.substring(2), new ArrayList<>()));
            } else if (ofEvent && line.startsWith(CONTENT)) {
                ((Event) parts.get(parts.size() - 1)).content().add(line.substring(CONTENT.length()));
                continue;
            } else if (line.matches(" {2}[a-z]*\\$ .+")) {
                parts.add(new Typed(line.strip()));
            }
            ofEvent = line.startsWith("* ");
        }
        return new Transcript(List.copyOf(parts));
    }

    /** The commands with their prompts. */
    List<String> commands() {
        return parts.stream()
                .filter(Typed.class::isInstance)
                .map(part -> ((Typed) part).line())
                .toList();
    }

    /**
     * The story as it is kept.
     *
     * @param shown what each command shows
     */
    String whole(List<String> shown) {
        return write(parts, shown);
    }

    /** What it is about, and its commands. */
    String commandsAlone(List<String> shown) {
        List<Part> some = new ArrayList<>(parts.subList(0, 1));
        parts.stream().filter(Typed.class::isInstance).forEach(some::add);
        return write(some, shown);
    }

    private static String write(List<Part> some, List<String> shown) {
        StringBuilder text = new StringBuilder();
        Iterator<String> next = shown.iterator();
        boolean typedBefore = false;
        for (Part part : some) {
            boolean typed = part instanceof Typed;
            if (typed || typedBefore) {
                text.append('\n');
            }
            typedBefore = typed;
            if (part instanceof Remark remark) {
                text.append(remark.line()).append('\n');
            } else if (part instanceof Event event) {
                text.append("* ").append(event.words()).append('\n');
                event.content()
                        .forEach(line -> text.append(CONTENT).append(line).append('\n'));
            } else if (part instanceof Typed command) {
                text.append(indented(command.line() + "\n" + next.next()));
            }
        }
        return text.toString();
    }

    private static String indented(String text) {
        StringBuilder indented = new StringBuilder();
        text.lines()
                .map(line -> line.isBlank() ? "" : ("  " + line).stripTrailing())
                .forEach(line -> indented.append(line).append('\n'));
        return indented.toString();
    }
}
