package jinbo.operator.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jinbo.platform.files.ProcessUser;
import jinbo.reference.phone.PhoneDigits;

/**
 * What differs from run to run, and what is shown in its place: of the same length where it may stand in a table. What people
 * type again, as the number of a case, is counted, and a command may name it.
 */
final class Placeholders {

    private static final String FINGERPRINT = "(?<![\\w+/:])(?:[0-9A-F]{40}|(?:[0-9A-F]{4} ){9}[0-9A-F]{4})(?![\\w+/])";
    private static final Set<String> SAMPLE_KEYS = sampleKeys();

    /** Those that are counted, each with what the n-th is shown as. */
    private static final Map<Pattern, IntFunction<String>> COUNTED = Map.of(
            Pattern.compile("C2026-[0-9A-Z]{8}-[0-9A-Z]"), n -> "C2026-CASE%04d-X".formatted(n),
            Pattern.compile(FINGERPRINT), n -> "%04d".formatted(n).repeat(10),
            Pattern.compile("SHA256:[A-Za-z0-9+/]{43}"),
                    n -> ("SHA256:" + "%04d".formatted(n).repeat(11)).substring(0, 50));

    private static final List<Rule> CONSTANT = List.of(
            new Rule("\\b[0-9a-f]{64}\\b", "0123456789abcdef".repeat(4)),
            new Rule("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "00000000-0000-0000-0000-000000000000"),
            new Rule("(?s)(-----BEGIN [A-Z ]+-----).*?(-----END [A-Z ]+-----)", "$1...$2"),
            new Rule("(ssh-ed25519) [A-Za-z0-9+/]+=*", "$1 AAAA..."),
            new Rule("[A-Za-z0-9+/]{43}=", "A".repeat(43) + "="),
            new Rule("127\\.0\\.0\\.1:\\d{5}", "127.0.0.1:22222"),
            // drop check measures the server's clock, and seals a message whose length differs by a byte or two
            // not within a fingerprint in base64
            new Rule("(?<![A-Za-z0-9+/])\\d+( s\\b|s\"| 秒)", "1$1"),
            new Rule("(?<fact>\"CLOCK_AGREES\",\\s+\"facts\" : \\[\\s*\")\\d+", "${fact}1"),
            new Rule("3[89]\\d( bytes, signed| 字节|\", \"[0-9A-F]{40})", "390$1"),
            new Rule("\"size\" : \\d+(,\\s+\"modified_at\")", "\"size\" : 1000$1"),
            // how far the log had come when a checkpoint was signed
            new Rule("\\d+ entries instead of \\d+", "24 entries instead of 34"),
            new Rule("\\d+ 条记录，应为 \\d+ 条", "24 条记录，应为 34 条"),
            // when lists came to a drop is told by its disk
            new Rule(
                    "(?m)(?<file>blocklist-\\S+ +)\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d( +-)$",
                    "${file}2026-03-02 09:00$2"),
            new Rule("(\"modified_at\" : )\"[^\"]+\"", "$1\"2026-03-02T09:00:00+08:00\""),
            new Rule("(?<![\\w./-])" + Pattern.quote(ProcessUser.name()) + "(?![\\w./@-])", "root"));

    private final List<String> folders;
    private final Map<Pattern, Integer> counts = new HashMap<>();
    private final Map<String, String> shown = new HashMap<>();
    private final Map<String, String> real = new HashMap<>();

    private record Rule(Pattern pattern, String replacement) {
        Rule(String pattern, String replacement) {
            this(Pattern.compile(pattern), replacement);
        }
    }

    /** @param folder whose path is shown as a dot */
    Placeholders(Path folder) {
        this.folders = List.of(
                folder.toString(),
                PhoneDigits.masked(folder.toString()),
                Path.of("").toAbsolutePath().toString());
    }

    /** What is shown in the place of a text. */
    String hide(String text) {
        String hidden = text;
        for (String folder : folders) {
            hidden = hidden.replace(folder, ".");
        }
        for (Rule rule : CONSTANT) {
            hidden = rule.pattern().matcher(hidden).replaceAll(rule.replacement());
        }
        for (Pattern pattern : COUNTED.keySet()) {
            hidden = pattern.matcher(hidden)
                    .replaceAll(found -> Matcher.quoteReplacement(counted(pattern, found.group())));
        }
        return hidden;
    }

    /** A word of a command with what stands behind its placeholders. */
    String reveal(String word) {
        String revealed = word.startsWith("./") ? folders.get(0) + word.substring(1) : word;
        revealed = revealed.replace("=./", "=" + folders.get(0) + "/");
        for (Map.Entry<String, String> each : real.entrySet()) {
            revealed = revealed.replace(each.getKey(), each.getValue());
        }
        return revealed;
    }

    private String counted(Pattern pattern, String found) {
        String value = found.replace(" ", "");
        if (SAMPLE_KEYS.contains(value) || isMadeUp(value)) {
            return found;
        }
        String placeholder = shown.computeIfAbsent(
                value, unknown -> COUNTED.get(pattern).apply(counts.merge(pattern, 1, Integer::sum)));
        real.put(placeholder, value);
        return found.equals(value) ? placeholder : placeholder.replaceAll("....(?=.)", "$0 ");
    }

    /** As {@code SHA256:AAAA...}, and the case that there never is, which people type in stories. */
    private static boolean isMadeUp(String value) {
        return value.startsWith("C2026-7KQ2M9XW")
                || value.startsWith("SHA256:")
                        && value.substring(7).chars().distinct().count() <= 3;
    }

    private static Set<String> sampleKeys() {
        try {
            return Files.readAllLines(Path.of("keys-sample", "fingerprints.txt")).stream()
                    .map(line -> line.replaceFirst(" .*", ""))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
