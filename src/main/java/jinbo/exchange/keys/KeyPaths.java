package jinbo.exchange.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths of the key files that a passphrase can protect: the keys that sign, decrypt and log in. */
record KeyPaths(Path folder) {

    private static final Pattern LATER = Pattern.compile("([1-9][0-9]{0,5})\\.asc");

    Path openPgp(int number) {
        return number == 1 ? folder.resolve("association.asc") : laterKeys().resolve(number + ".asc");
    }

    /** The folder of revocations and of all OpenPGP keys except the first. */
    Path laterKeys() {
        return folder.resolve("openpgp");
    }

    Path ssh() {
        return folder.resolve("association.ssh");
    }

    /** The numbers of the existing OpenPGP keys, ascending. */
    List<Integer> numbers() throws IOException {
        List<Integer> numbers = new ArrayList<>(Files.exists(openPgp(1)) ? List.of(1) : List.of());
        if (Files.isDirectory(laterKeys())) {
            try (Stream<Path> files = Files.list(laterKeys())) {
                files.map(file -> LATER.matcher(file.getFileName().toString()))
                        .filter(Matcher::matches)
                        .map(name -> Integer.valueOf(name.group(1)))
                        .filter(number -> number > 1)
                        .sorted()
                        .forEach(numbers::add);
            }
        }
        return numbers;
    }

    /** All existing key files; the SSH key is the last. */
    List<Path> all() throws IOException {
        return Stream.concat(numbers().stream().map(this::openPgp), Stream.of(ssh()))
                .filter(Files::exists)
                .toList();
    }
}
