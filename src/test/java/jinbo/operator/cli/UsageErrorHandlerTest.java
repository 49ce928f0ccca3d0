package jinbo.operator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jinbo.testing.CommandOutput;
import jinbo.testing.CommandSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageErrorHandlerTest {

    private static final String HOST_KEY = "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU";

    @AfterEach
    void nothingWasOpened() {
        assertThat(CommandSession.NO_HOME).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                            | A command is missing. Allowed: demo, serve, run, status
            insurer                                                       | A command is missing. Allowed: add, show, list
            rum collect-uploads                                           | There is no command "rum" here. Allowed: demo, serve, run
            run collect                                                   | "collect" is not a value of JOB. Allowed: collect-uploads, publish-block-lists, settle-cases, erase-ended, remind-consumers, watch
            run                                                           | Missing: JOB
            run collect-uploads --ful                                     | There is no option "--ful" here. Allowed: --insurer, --full
            run collect-uploads --full                                    | --full goes with publish-block-lists only.
            run erase-ended --insurer YUNHE                               | --insurer does not go with erase-ended
            run remind-consumers --insurer YUNHE                          | --insurer does not go with remind-consumers
            run watch --insurer YUNHE                                     | --insurer does not go with watch
            run collect-uploads publish-block-lists                       | One argument too many: "publish-block-lists"
            run collect-uploads --insurer yunhe                           | "yunhe" is not a value of --insurer CODE. Allowed: 3 to 12 characters of A-Z and 0-9
            demo --output json                                            | demo tells a story and gives no answer that could be written as JSON
            status --output xml                                           | "xml" is not a value of --output text|json. Allowed: text, json
            status --lang fr                                              | "fr" is not a value of --lang en|zh. Allowed: en, zh
            status --home                                                 | Missing: --home DIR
            insurer add YUNHE                                             | Missing: --name NAME, --line LINE
            insurer add YUNHE --name Y --line 1LIFE                     | "1LIFE" is not a value of --line LINE. Allowed: 2 to 12 characters of A-Z and 0-9, a letter first, for example MOTOR
            insurer add-line YUNHE                                        | Missing: --line LINE
            insurer end-line YUNHE --line LIFE                            | Missing: --on DATE, --reason TEXT
            line add HEALTH --name H                                      | Missing: --name-zh NAME
            line close HEALTH                                             | Missing: --on DATE, --reason TEXT
            insurer add YUNHE --name Y --name Z --line LIFE             | Given twice: --name NAME
            insurer add YUNHE --name Y --line LIFE --service-number 95     | "95" is not a value of --service-number DIGITS. Allowed: 3 to 12 digits
            insurer describe YUNHE                                        | Missing: --service-number DIGITS
            insurer describe YUNHE --service-number 13810001234           | "***" is not a value of --service-number DIGITS. Allowed: 3 to 12 digits
            insurer agree YUNHE --self-discipline 2026 --confidentiality 2026-01-01 | "2026" is not a value of --self-discipline DATE. Allowed: a date such as
            insurer lapse YUNHE --reason over                             | Missing: --on DATE
            insurer leave YUNHE --on today --reason over                  | "today" is not a value of --on DATE. Allowed: a date such as
            insurer succeed YUNHE --reason merger                         | Missing: SUCCESSOR
            unit                                                          | A command is missing. Allowed: add, agree, close, list
            unit add YUNHE HAIDIAN --name Haidian                         | Missing: --kind BRANCH|AGENCY|BANK
            unit add YUNHE HAIDIAN --name Haidian --kind SHOP             | "SHOP" is not a value of --kind BRANCH|AGENCY|BANK. Allowed: BRANCH, AGENCY, BANK
            unit add YUNHE haidian --name Haidian --kind BRANCH           | "haidian" is not a value of UNIT. Allowed: 1 to 20 characters of A-Z, 0-9 and hyphens
            unit add YUNHE 13810001234 --name Haidian --kind BRANCH       | "***" is not a value of UNIT. Allowed: 1 to 20 characters of A-Z, 0-9 and hyphens
            unit add YUNHE HAIDIAN --name 65551234 --kind BRANCH          | The name of the sales unit is empty or seems to hold a phone number
            unit agree YUNHE HAIDIAN                                      | Missing: --confidentiality DATE
            unit list yunhe                                               | "yunhe" is not a value of INSURER. Allowed: 3 to 12 characters of A-Z and 0-9
            key add YUNHE                                                 | Missing: FILE
            held refuse complaints-YUNHE-20260930-001                     | Missing: --reason TEXT
            case                                                          | A command is missing. Allowed: list, report, show, open, assign, decide, appeal, evidence
            case report                                                   | Missing: --month MONTH
            case list --limit 1001                                        | --limit is a number from 1 to 1,000
            case show C2026-7KQ2M9XW-Y                                    | Missing: --reason TEXT
            case show C2026-7KQ2M9XX-Y --reason asked                     | "C2026-7KQ2M9XX-Y" is not a value of CASE. Allowed: the number of a case
            case list --state NEW                                         | "NEW" is not a value of --state STATE. Allowed: OPEN, SENT, ANSWERED
            case open - --purpose SALES --reason asked                    | Missing: --called-at TIME
            case open - --called-at 2026-03-01 --purpose SALES --reason asked | A date is not enough
            case open - --called-at 2026-03-01T10:00:00+08:00 --purpose SALES --line C-1 --reason asked | "C-1" is not a value of --line LINE. Allowed: 2 to 12 characters
            case open 138 1000 1234 --called-at 2026-03-01 --purpose SALES --reason asked | One argument too many: ***
            case assign C2026-7KQ2M9XW-Y --reason asked                   | Missing: --insurer CODE
            case assign C2026-7KQ2M9XW-Y --insurer YUNHE --salesperson 13810001234 --reason asked | "***" is not a value of --salesperson SIGN. Allowed: 1 to 20 characters
            case decide C2026-7KQ2M9XW-Y --ruling VIOLATION --reason asked | --ruling VIOLATION needs --ground
            case decide C2026-7KQ2M9XW-Y --ruling GRACE --ground BLOCK --reason asked | --ruling VIOLATION needs --ground
            case decide C2026-7KQ2M9XW-Y --ruling GUILTY --reason asked  | "GUILTY" is not a value of --ruling RULING. Allowed: VIOLATION, GRACE
            case decide C2026-7KQ2M9XW-Y --ruling GRACE --evidence abc --reason asked | "abc" is not a value of --evidence SHA256. Allowed: 64 digits
            case appeal C2026-7KQ2M9XW-Y                                  | Missing: --reason TEXT
            sanction                                                       | A command is missing. Allowed: list, impose, refuse, lift
            sanction impose 1                                              | Missing: --reason TEXT
            sanction impose 1 --reason 13810001234                         | The reason is empty, longer than 500 characters
            audit search --from yesterday                                 | "yesterday" is not a value of --from TIME. Allowed: a date such as
            audit search --action LOOK                                    | "LOOK" is not a value of --action ACTION. Allowed: TAKE_IN, RELEASE
            audit search --limit ten                                      | "ten" is not a value of --limit N. Allowed: a whole number
            audit search --limit 0                                        | --limit is a number from 1 to 100,000
            audit search --number 13810001234                             | --number MOBILE and --reason TEXT go together
            audit search --reason asked                                   | --number MOBILE and --reason TEXT go together
            audit search --number 13810001234 --reason asked --actor wang | With --number go --from, --until
            audit search --number 13810001234 --reason 13810001234        | The reason is empty, longer than 500 characters
            audit search --number 138OO138OOO --reason asked              | That is not one mobile number of mainland China
            audit search --number 010-65551234 --reason asked             | That is a number of the fixed network
            audit search --number - --reason asked                        | The number is missing
            audit search --reason asked --number                          | The number is missing
            audit search --number 138 1000 1234 --reason asked            | One argument too many: ***
            register 13810001234 --line LIFE --reason asked               | Missing: --term TERM
            register 13810001234 --term 1Y --reason asked                 | Nobody is named: --line LIFE ("line list" shows the lines) or --insurer YUNHE/LIFE
            register 13810001234 --line 1LIFE --term 1Y --reason asked    | "1LIFE" is not a value of --line LINE. Allowed: 2 to 12 characters
            register 13810001234 --line LIFE --term 3Y --reason asked     | "3Y" is not a value of --term TERM. Allowed: 6M, 1Y, 2Y
            register 13810001234 --insurer yunhe --term 1Y --reason asked | "yunhe" is not a value of --insurer CODE[/LINE]. Allowed: an insurer in a line of business
            register 13810001234 --insurer YUNHE/l-fe --term 1Y --reason asked | "YUNHE/l-fe" is not a value of --insurer CODE[/LINE]. Allowed: an insurer in a line of business
            register 13810001234 --line LIFE --term 1Y                    | Missing: --reason TEXT
            change 13810001234 --term 1Y --reason asked                   | Nobody is named
            cancel --reason asked                                         | Missing: MOBILE
            cancel 138100012345 --reason asked                            | That is not one mobile number of mainland China
            release 010-65551234 --reason asked                           | That is a number of the fixed network
            show 1.38E+10 --reason asked                                  | A spreadsheet has replaced digits of that number
            show - --reason asked                                         | The number is missing
            lookup 13810001234 --reason 13810001234                       | The reason is empty, longer than 500 characters
            lookup 138 1000 1234 --reason asked                           | One argument too many: ***
            lookup 13810001234 --reason asked --at noon                   | "noon" is not a value of --at TIME. Allowed: a date such as
            confirm 7 --number 1381000                                    | That is not one mobile number of mainland China
            run publish-block-lists --full=perhaps                        | "perhaps" is not a value of --full. Allowed: true, false
            key accept YUNHE 1234                                         | "1234" is not a value of FINGERPRINT. Allowed: the fingerprint of an OpenPGP key
            audit report                                                  | Missing: --month MONTH
            audit report --month October                                  | "October" is not a value of --month MONTH. Allowed: a month such as 2026-10
            """)
    void saysWhatWasWrongAndWhatIsAllowed(String typed, String expected) {
        CommandOutput command = CommandSession.withoutHome().type(typed.isEmpty() ? new String[0] : typed.split(" "));

        assertThat(command.err()).startsWith(expected);
        assertThat(command.err()).contains("Usage: jinbo").contains("--help");
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rum collect-uploads                             | run
            STATSU                                          | status
            hel                                             | held
            held lst                                        | list
            partner certificate akcept                      | accept
            run collect-uploads --ful                       | --full
            run collect                                     | collect-uploads
            run publish-blocklists                          | publish-block-lists
            audit search --nummer=1381000                   | --number
            audit search --reeson=asked                     | --reason
            status --output jsn                             | json
            unit add YUNHE HAIDIAN --name H --kind BRANCHES | BRANCH
            """)
    void namesWhatWasProbablyMeant(String typed, String meant) {
        CommandOutput english = CommandSession.withoutHome().type(typed.split(" "));
        CommandOutput chinese = CommandSession.withoutHome().in("zh").type(typed.split(" "));

        assertThat(english.err().lines()).element(1).isEqualTo("Did you mean " + meant + "?");
        assertThat(chinese.err().lines()).element(1).isEqualTo("您要输入的是否为 " + meant + "？");
        assertThat(english.shown()).doesNotContain("1381000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"begin", "held look", "held list --colour", "run 13810001234", "case list --state NEW"})
    void suggestsNothingThatIsFarFromWhatWasTyped(String typed) {
        assertThat(CommandSession.withoutHome().type(typed.split(" ")).err()).doesNotContain("Did you mean");
    }

    @Test
    void aDropOnAnInsurersServerNeedsItsHostKey() {
        CommandOutput command = addInsurer("--sftp", "sftp://jinbo@sftp.yunhe.example/drop");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).startsWith("--sftp needs the fingerprint of the server's host key");
    }

    @Test
    void aHostKeyAloneBelongsToNoServer() {
        assertThat(addInsurer("--host-key", HOST_KEY).err()).startsWith("--host-key goes with --sftp URL only");
    }

    @Test
    void aUrlWithAPasswordIsRefusedAndThePasswordNotRepeated() {
        CommandOutput command = addInsurer("--host-key", HOST_KEY, "--sftp", "sftp://jinbo:secret@sftp.yunhe.example/");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("holds a password").doesNotContain("secret");
    }

    @Test
    void aNumberThatWasTypedIsNotRepeated() {
        CommandOutput command = CommandSession.withoutHome().type("held", "show", "one", "13810001234");

        assertThat(command.err()).startsWith("One argument too many").doesNotContain("13810001234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit search --number 1381000123 --reason asked",
                "audit search --number=138OO138OOO --reason asked",
                "audit search --number 138 1000 123 --reason asked",
                "audit search --number 1381000 --number 1381000 --reason asked",
                "audit search --nummer=1381000 --reason asked",
                "audit search 1381000",
                "lookup 1381000123 --reason asked",
                "show 138OO138OOO --reason asked",
                "cancel 138 1000 123 --reason asked",
                "release 1381000 --reeson=asked",
                "register 1381000 --term 1Y --reason asked",
                "confirm 7 --number 1381000"
            })
    void ofANumberThatIsSearchedForNothingIsRepeatedSoundOrNot(String typed) {
        CommandOutput command = CommandSession.withoutHome().type(typed.split(" "));

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.shown()).doesNotContain("138", "1000", "123");
    }

    @Test
    void lettersThatTheLocaleCouldNotSpellAreMissedBeforeAnythingIsStored() {
        CommandOutput command = addInsurer("--ssh-key", "\uFFFD\uFFFD.pub");

        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void isToldInChinese() {
        CommandOutput command = CommandSession.withoutHome().type("run", "collect", "--lang=zh");

        assertThat(command.err()).startsWith("JOB 的值 \"collect\" 无效。允许：collect-uploads, publish-block-lists");
        assertThat(command.err()).contains("用法：jinbo run");
    }

    private static CommandOutput addInsurer(String... more) {
        List<String> typed =
                new java.util.ArrayList<>(List.of("insurer", "add", "YUNHE", "--name", "Yunhe Life", "--line", "LIFE"));
        typed.addAll(List.of(more));
        return CommandSession.withoutHome().type(typed.toArray(String[]::new));
    }
}
