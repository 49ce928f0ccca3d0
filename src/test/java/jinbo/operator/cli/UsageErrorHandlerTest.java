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
            rum collect-uploads                                           | Unknown command "rum". Allowed: demo, serve, run
            run collect                                                   | Invalid value "collect" for JOB. Allowed: collect-uploads, publish-block-lists, settle-cases, erase-ended, remind-consumers, watch
            run                                                           | Missing: JOB
            run collect-uploads --ful                                     | Unknown option "--ful". Allowed: --insurer, --full
            run collect-uploads --full                                    | --full can be used only with publish-block-lists.
            run erase-ended --insurer YUNHE                               | --insurer cannot be used with erase-ended
            run remind-consumers --insurer YUNHE                          | --insurer cannot be used with remind-consumers
            run watch --insurer YUNHE                                     | --insurer cannot be used with watch
            run collect-uploads publish-block-lists                       | Unexpected argument: "publish-block-lists"
            run collect-uploads --insurer yunhe                           | Invalid value "yunhe" for --insurer CODE. Allowed: 3 to 12 characters of A-Z and 0-9
            demo --output json                                            | demo has no JSON output
            status --output xml                                           | Invalid value "xml" for --output text|json. Allowed: text, json
            status --lang fr                                              | Invalid value "fr" for --lang en|zh. Allowed: en, zh
            status --home                                                 | Missing: --home DIR
            insurer add YUNHE                                             | Missing: --name NAME, --line LINE
            insurer add YUNHE --name Y --line 1LIFE                     | Invalid value "1LIFE" for --line LINE. Allowed: 2 to 12 characters of A-Z and 0-9, a letter first, for example MOTOR
            insurer add-line YUNHE                                        | Missing: --line LINE
            insurer end-line YUNHE --line LIFE                            | Missing: --on DATE, --reason TEXT
            line add HEALTH --name H                                      | Missing: --name-zh NAME
            line close HEALTH                                             | Missing: --on DATE, --reason TEXT
            insurer add YUNHE --name Y --name Z --line LIFE             | Given more than once: --name NAME
            insurer add YUNHE --name Y --line LIFE --service-number 95     | Invalid value "95" for --service-number DIGITS. Allowed: 3 to 12 digits
            insurer describe YUNHE                                        | Missing: --service-number DIGITS
            insurer describe YUNHE --service-number 13810001234           | Invalid value "***" for --service-number DIGITS. Allowed: 3 to 12 digits
            insurer agree YUNHE --self-discipline 2026 --confidentiality 2026-01-01 | Invalid value "2026" for --self-discipline DATE. Allowed: a date such as
            insurer lapse YUNHE --reason over                             | Missing: --on DATE
            insurer leave YUNHE --on today --reason over                  | Invalid value "today" for --on DATE. Allowed: a date such as
            insurer succeed YUNHE --reason merger                         | Missing: SUCCESSOR
            unit                                                          | A command is missing. Allowed: add, agree, close, list
            unit add YUNHE HAIDIAN --name Haidian                         | Missing: --kind BRANCH|AGENCY|BANK
            unit add YUNHE HAIDIAN --name Haidian --kind SHOP             | Invalid value "SHOP" for --kind BRANCH|AGENCY|BANK. Allowed: BRANCH, AGENCY, BANK
            unit add YUNHE haidian --name Haidian --kind BRANCH           | Invalid value "haidian" for UNIT. Allowed: 1 to 20 characters of A-Z, 0-9 and hyphens
            unit add YUNHE 13810001234 --name Haidian --kind BRANCH       | Invalid value "***" for UNIT. Allowed: 1 to 20 characters of A-Z, 0-9 and hyphens
            unit add YUNHE HAIDIAN --name 65551234 --kind BRANCH          | The name of the sales unit is empty or seems to contain a phone number
            unit agree YUNHE HAIDIAN                                      | Missing: --confidentiality DATE
            unit list yunhe                                               | Invalid value "yunhe" for INSURER. Allowed: 3 to 12 characters of A-Z and 0-9
            key add YUNHE                                                 | Missing: FILE
            held refuse complaints-YUNHE-20260930-001                     | Missing: --reason TEXT
            case                                                          | A command is missing. Allowed: list, report, show, open, assign, decide, appeal, evidence
            case report                                                   | Missing: --month MONTH
            case list --limit 1001                                        | --limit must be a number from 1 to 1,000
            case show C2026-7KQ2M9XW-Y                                    | Missing: --reason TEXT
            case show C2026-7KQ2M9XX-Y --reason asked                     | Invalid value "C2026-7KQ2M9XX-Y" for CASE. Allowed: the number of a case
            case list --state NEW                                         | Invalid value "NEW" for --state STATE. Allowed: OPEN, SENT, ANSWERED
            case open - --purpose SALES --reason asked                    | Missing: --called-at TIME
            case open - --called-at 2026-03-01 --purpose SALES --reason asked | The time of the call is missing
            case open - --called-at 2026-03-01T10:00:00+08:00 --purpose SALES --line C-1 --reason asked | Invalid value "C-1" for --line LINE. Allowed: 2 to 12 characters
            case open 138 1000 1234 --called-at 2026-03-01 --purpose SALES --reason asked | Unexpected argument: ***
            case assign C2026-7KQ2M9XW-Y --reason asked                   | Missing: --insurer CODE
            case assign C2026-7KQ2M9XW-Y --insurer YUNHE --salesperson 13810001234 --reason asked | Invalid value "***" for --salesperson SIGN. Allowed: 1 to 20 characters
            case decide C2026-7KQ2M9XW-Y --ruling VIOLATION --reason asked | --ruling VIOLATION requires --ground
            case decide C2026-7KQ2M9XW-Y --ruling GRACE --ground BLOCK --reason asked | --ruling VIOLATION requires --ground
            case decide C2026-7KQ2M9XW-Y --ruling GUILTY --reason asked  | Invalid value "GUILTY" for --ruling RULING. Allowed: VIOLATION, GRACE
            case decide C2026-7KQ2M9XW-Y --ruling GRACE --evidence abc --reason asked | Invalid value "abc" for --evidence SHA256. Allowed: 64 hexadecimal digits
            case appeal C2026-7KQ2M9XW-Y                                  | Missing: --reason TEXT
            sanction                                                       | A command is missing. Allowed: list, impose, refuse, lift
            sanction impose 1                                              | Missing: --reason TEXT
            sanction impose 1 --reason 13810001234                         | The reason is empty, longer than 500 characters
            audit search --from yesterday                                 | Invalid value "yesterday" for --from TIME. Allowed: a date such as
            audit search --action LOOK                                    | Invalid value "LOOK" for --action ACTION. Allowed: TAKE_IN, RELEASE
            audit search --limit ten                                      | Invalid value "ten" for --limit N. Allowed: a whole number
            audit search --limit 0                                        | --limit must be a number from 1 to 100,000
            audit search --number 13810001234                             | --number MOBILE and --reason TEXT must be used together
            audit search --reason asked                                   | --number MOBILE and --reason TEXT must be used together
            audit search --number 13810001234 --reason asked --actor wang | With --number, only --from, --until
            audit search --number 13810001234 --reason 13810001234        | The reason is empty, longer than 500 characters
            audit search --number 138OO138OOO --reason asked              | This is not one mobile number of mainland China
            audit search --number 010-65551234 --reason asked             | This is a landline
            audit search --number - --reason asked                        | The number is missing
            audit search --reason asked --number                          | The number is missing
            audit search --number 138 1000 1234 --reason asked            | Unexpected argument: ***
            register 13810001234 --line LIFE --reason asked               | Missing: --term TERM
            register 13810001234 --term 1Y --reason asked                 | No insurer is named. Use --line LIFE ("line list" shows the lines) or --insurer YUNHE/LIFE
            register 13810001234 --line 1LIFE --term 1Y --reason asked    | Invalid value "1LIFE" for --line LINE. Allowed: 2 to 12 characters
            register 13810001234 --line LIFE --term 3Y --reason asked     | Invalid value "3Y" for --term TERM. Allowed: 6M, 1Y, 2Y
            register 13810001234 --insurer yunhe --term 1Y --reason asked | Invalid value "yunhe" for --insurer CODE[/LINE]. Allowed: an insurer in one line of business
            register 13810001234 --insurer YUNHE/l-fe --term 1Y --reason asked | Invalid value "YUNHE/l-fe" for --insurer CODE[/LINE]. Allowed: an insurer in one line of business
            register 13810001234 --line LIFE --term 1Y                    | Missing: --reason TEXT
            change 13810001234 --term 1Y --reason asked                   | No insurer is named
            cancel --reason asked                                         | Missing: MOBILE
            cancel 138100012345 --reason asked                            | This is not one mobile number of mainland China
            release 010-65551234 --reason asked                           | This is a landline
            show 1.38E+10 --reason asked                                  | A spreadsheet has replaced digits of this number
            show - --reason asked                                         | The number is missing
            lookup 13810001234 --reason 13810001234                       | The reason is empty, longer than 500 characters
            lookup 138 1000 1234 --reason asked                           | Unexpected argument: ***
            lookup 13810001234 --reason asked --at noon                   | Invalid value "noon" for --at TIME. Allowed: a date such as
            confirm 7 --number 1381000                                    | This is not one mobile number of mainland China
            run publish-block-lists --full=perhaps                        | Invalid value "perhaps" for --full. Allowed: true, false
            key accept YUNHE 1234                                         | Invalid value "1234" for FINGERPRINT. Allowed: the fingerprint of an OpenPGP key
            audit report                                                  | Missing: --month MONTH
            audit report --month October                                  | Invalid value "October" for --month MONTH. Allowed: a month such as 2026-10
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
        assertThat(chinese.err().lines()).element(1).isEqualTo("您是否要输入 " + meant + "？");
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
        assertThat(command.err()).startsWith("--sftp requires the fingerprint of the host key of the server");
    }

    @Test
    void aHostKeyAloneBelongsToNoServer() {
        assertThat(addInsurer("--host-key", HOST_KEY).err()).startsWith("--host-key can be used only with --sftp URL");
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

        assertThat(command.err()).startsWith("Unexpected argument").doesNotContain("13810001234");
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

        assertThat(command.err()).startsWith("JOB 的值 \"collect\" 无效。可用的值：collect-uploads, publish-block-lists");
        assertThat(command.err()).contains("用法：jinbo run");
    }

    private static CommandOutput addInsurer(String... more) {
        List<String> typed =
                new java.util.ArrayList<>(List.of("insurer", "add", "YUNHE", "--name", "Yunhe Life", "--line", "LIFE"));
        typed.addAll(List.of(more));
        return CommandSession.withoutHome().type(typed.toArray(String[]::new));
    }
}
