package uk.vehicleregister.benchmarks.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where and on what a run was made: a figure without it says nothing.
record Machine(Map<String, Object> facts) {

    static Machine here(Form form, long seed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("form", form.name().toLowerCase(java.util.Locale.ROOT) + ", seed " + seed);
        facts.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        facts.put("commit", said(List.of("git", "rev-parse", "--short", "HEAD")) + changes());
        facts.put("processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " cores");
        facts.put("load before", load());
        facts.put("jvm", Runtime.version() + ", SerialGC; this process " + mebibytes() + " MB, each service 512 MB");
        facts.put(
                "postgresql",
                "18, fsync, synchronous_commit and full_page_writes on, shared_buffers 256 MB, max_wal_size 2 GB");
        return new Machine(facts);
    }

    /// Of the last minute. What others do meanwhile takes more from one process of ours than from 64 of the floor's.
    private static String load() {
        try {
            return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static long mebibytes() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    private static String changes() {
        return said(List.of("git", "status", "--porcelain", "--untracked-files=no"))
                        .isEmpty()
                ? ""
                : " and changes that are not committed";
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }

    private static String said(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of(System.getProperty("register.home", ".")).toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException noGit) {
            return "unknown";
        }
    }
}
