package jinbo.command;

import java.util.Map;

/** What a story on the command line sets: when it plays, and over which database. */
final class StorySettings {

    private StorySettings() {}

    static Map<String, String> at(String now, String databaseUrl) {
        return Map.of(
                "jinbo.clock",
                now,
                "logging.level.root",
                "warn",
                "spring.datasource.url",
                databaseUrl,
                "spring.profiles.active",
                "test",
                // whatever room the disk has that the tests run on
                "jinbo.watch.disk-free-at-least",
                "0B",
                "jinbo.watch.disk-free-percent-at-least",
                "0");
    }
}
