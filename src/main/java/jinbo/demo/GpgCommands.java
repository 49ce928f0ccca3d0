package jinbo.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.exchange.format.BlockListFileName;

/** The commands that open and verify a delivered list with GnuPG. */
record GpgCommands(DemoHome demo) {

    List<String> toOpen(SampleInsurer insurer, BlockListFileName list) {
        Path download = demo.home().drops().resolve(insurer.name()).resolve("download");
        return Stream.concat(
                        toImportKeys(insurer),
                        Stream.of(
                                "gpg --batch --quiet --trust-model always --decrypt "
                                        + quoted(download.resolve(list.fileName())),
                                "gpg --batch --quiet --trust-model always --decrypt "
                                        + quoted(download.resolve(list.manifestName())),
                                "gpg --batch --trust-model always --status-fd 1 --output /dev/null --yes --decrypt "
                                        + quoted(download.resolve(list.fileName()))
                                        + " 2>/dev/null | grep -E 'GOODSIG|VALIDSIG|NOTATION|DECRYPTION_OKAY'",
                                "sha256sum " + quoted(download.resolve(list.fileName()))))
                .toList();
    }

    /** Returns the commands that import the insurer's keys into a new GnuPG home. */
    Stream<String> toImportKeys(SampleInsurer insurer) {
        Path own = demo.partner(insurer);
        return Stream.of(
                "export GNUPGHOME=$(mktemp -d)",
                "gpg --batch --quiet --import " + quoted(own.resolve("secret.asc")) + " "
                        + quoted(own.resolve("association.asc")));
    }

    static String quoted(Object path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9_./+@=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
