package jinbo.exchange.sftp.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jinbo.testing.ExternalProgram;

/** Foreign SFTP clients and their command lines. */
enum SftpClientProgram {
    LFTP("lftp") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            String ssh = "ssh -a -x -F none -o IdentitiesOnly=yes -o IdentityAgent=none -o BatchMode=yes"
                    + " -o StrictHostKeyChecking=yes -o UserKnownHostsFile=" + login.known + " -i " + login.key;
            String what = switch (deed.what) {
                case "list" -> "cls -1 " + deed.from;
                case "get" -> "get " + deed.from + " -o " + deed.to;
                case "put" -> "put " + deed.from + " -o " + deed.to;
                default -> "mv " + deed.from + " " + deed.to;
            };
            return List.of(
                    program("lftp"),
                    "--norc",
                    "-c",
                    "set sftp:connect-program \"" + ssh
                            + "\"; set net:max-retries 1; set net:timeout 10; set xfer:clobber no;"
                            + " set cmd:fail-exit yes; open -u YUNHE, -p " + login.port + " sftp://127.0.0.1; " + what);
        }
    },
    RCLONE("rclone") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            String drop = ":sftp,host=127.0.0.1,port=" + login.port + ",user=YUNHE,key_file='" + login.key
                    + "',known_hosts_file='" + login.known
                    + "',md5sum_command=none,sha1sum_command=none,disable_hashcheck=true:";
            List<String> rclone = new ArrayList<>(List.of(
                    program("rclone"), "--config", "", "--retries", "1", "--low-level-retries", "1", "--quiet"));
            rclone.addAll(
                    switch (deed.what) {
                        case "list" -> List.of("lsf", drop + deed.from);
                        case "get" -> List.of("copyto", drop + deed.from, deed.to);
                        case "put" -> List.of("copyto", deed.from, drop + deed.to);
                        default -> List.of("moveto", drop + deed.from, drop + deed.to);
                    });
            return rclone;
        }
    },
    CURL("curl") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            String drop = "sftp://127.0.0.1:" + login.port + "/";
            List<String> curl = new ArrayList<>(List.of(
                    program("curl"),
                    "--disable",
                    "--silent",
                    "--show-error",
                    "--path-as-is",
                    "--max-time",
                    "20",
                    "--user",
                    "YUNHE:",
                    "--key",
                    login.key.toString(),
                    "--hostpubsha256",
                    login.fingerprint.substring("SHA256:".length())));
            curl.addAll(
                    switch (deed.what) {
                        case "list" -> List.of(drop + deed.from + "/");
                        case "get" -> List.of("--output", deed.to, drop + deed.from);
                        case "put" -> List.of("--upload-file", deed.from, drop + deed.to);
                        default -> List.of("--quote", "rename /" + deed.from + " /" + deed.to, "--head", drop);
                    });
            return curl;
        }
    },
    PSFTP("PuTTY `psftp`") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            Path ppk = login.folder.resolve(login.key.getFileName() + ".ppk");
            if (!Files.exists(ppk)) {
                OpenSsh.run(
                        login.folder,
                        List.of(
                                program("puttygen"),
                                login.key.toString(),
                                "-O",
                                "private",
                                "-o",
                                ppk.toString(),
                                "--new-passphrase",
                                "/dev/null"));
            }
            String what = switch (deed.what) {
                case "list" -> "ls " + deed.from;
                case "rename" -> "mv " + deed.from + " " + deed.to;
                default -> deed.what + " " + deed.from + " " + deed.to;
            };
            Path batch = Files.writeString(login.folder.resolve("batch"), what + "\n");
            return List.of(
                    program("psftp"),
                    "-batch",
                    "-noagent",
                    "-hostkey",
                    login.fingerprint,
                    "-i",
                    ppk.toString(),
                    "-P",
                    Integer.toString(login.port),
                    "-b",
                    batch.toString(),
                    "YUNHE@127.0.0.1");
        }
    },
    PARAMIKO("paramiko") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            return python("paramiko", login, deed);
        }
    },
    ASYNCSSH("asyncssh") {
        @Override
        List<String> command(Login login, Deed deed) throws IOException {
            return python("asyncssh", login, deed);
        }
    };

    /**
     * Who logs in, and where.
     *
     * @param folder where the program runs
     * @param known a file of OpenSSH's with the host's key
     * @param fingerprint the host's, {@code SHA256:...}
     */
    record Login(Path folder, int port, Path key, Path known, String fingerprint) {}

    /** {@code list}, {@code get}, {@code put} or {@code rename}. */
    record Deed(String what, String from, String to) {}

    private final String shown;

    SftpClientProgram(String shown) {
        this.shown = shown;
    }

    abstract List<String> command(Login login, Deed deed) throws IOException;

    OpenSsh.Answer run(Login login, String what, String from, String to) throws IOException {
        return OpenSsh.run(login.folder, command(login, new Deed(what, from, to)));
    }

    @Override
    public String toString() {
        return shown;
    }

    private static String program(String name) {
        return ExternalProgram.required(name).toString();
    }

    private static List<String> python(String module, Login login, Deed deed) throws IOException {
        Path script = login.folder.resolve(module + "-client.py");
        try (InputStream in = Objects.requireNonNull(
                SftpClientProgram.class.getResourceAsStream("/jinbo/peer/clients/" + script.getFileName()))) {
            Files.writeString(script, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        return Stream.of(
                        ExternalProgram.debianPython(module).toString(),
                        script.toString(),
                        Integer.toString(login.port),
                        "YUNHE",
                        login.key.toString(),
                        login.known.toString(),
                        deed.what,
                        deed.from,
                        deed.to)
                .filter(argument -> !argument.isEmpty())
                .toList();
    }
}
