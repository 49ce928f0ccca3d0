package jinbo.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jinbo.platform.home.Home;

record DemoGuide(Home home, String portal, String page, String reason) {

    /** A number in Beijing that is in no upload. */
    static final String NUMBER = "13910086420";

    static final int WORKING_DAYS = 7;

    /** @param facts arguments of the message {@code key} */
    record Step(String key, List<String> facts, List<String> commands) {
        Step {
            facts = List.copyOf(facts);
            commands = List.copyOf(commands);
        }
    }

    List<Step> steps() {
        String jinbo = GpgCommands.quoted(new DemoCommand(home).path());
        Path folder = home.root().resolve("log-for-auditors");
        String log = GpgCommands.quoted(folder);
        String key = GpgCommands.quoted(home.root().resolve("log.vkey"));
        String verify = jinbo + " audit verify --key " + key + " --export " + log;
        return List.of(
                new Step("guide.register", List.of(portal, NUMBER, page), List.of()),
                new Step(
                        "guide.advance",
                        List.of(page),
                        List.of(jinbo + " demo advance --working-days " + WORKING_DAYS)),
                new Step("guide.open", List.of(), toOpen(SampleInsurer.YUNHE, NUMBER)),
                new Step(
                        "guide.ask",
                        List.of(),
                        List.of(jinbo + " lookup " + NUMBER + " --insurer YUNHE --reason \"" + reason + "\"")),
                new Step(
                        "guide.tamper",
                        List.of(),
                        List.of(
                                jinbo + " audit key > " + key,
                                jinbo + " audit export " + log,
                                verify,
                                "printf '\\001' | dd of=\"$(find " + GpgCommands.quoted(folder.resolve("tile/entries"))
                                        + " -type f | sort | head -n 1)\" bs=1 seek=40 conv=notrunc status=none",
                                verify)));
    }

    /** Returns the commands that open the newest list of an insurer with GnuPG and search it for a number. */
    private List<String> toOpen(SampleInsurer insurer, String number) {
        Path download = home.drops().resolve(insurer.name()).resolve("download");
        return Stream.concat(
                        new GpgCommands(new DemoHome(home)).toImportKeys(insurer),
                        Stream.of("gpg --batch --quiet --trust-model always --decrypt "
                                + GpgCommands.quoted(download)
                                + "/blocklist-" + insurer + "-00000003-*.csv.pgp | grep -E 'mobile|" + number + "'"))
                .toList();
    }
}
