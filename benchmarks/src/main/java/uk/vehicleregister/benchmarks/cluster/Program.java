package uk.vehicleregister.benchmarks.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uk.vehicleregister.program.Stopped;

/// What is started as a service.
public final class Program {

    /// The program as people run it, with its libraries beside it.
    static Path jar() {
        Path jar = Path.of(System.getProperty("register.home", "."), "register", "target", "vehicle-register.jar")
                .toAbsolutePath()
                .normalize();
        if (!Files.isRegularFile(jar))
            throw Stopped.unreachable("The program is not built (" + jar + "). Try: ./mvnw -DskipTests package");
        return jar;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /// The start-up cache that `bin/register` makes after a build and starts services with; nothing where there is none
    /// for this build.
    public static Optional<Path> startUpCache() throws IOException {
        Path cache = jar().resolveSibling("register.aot");
        boolean ofThisBuild = Files.isRegularFile(cache)
                && Files.getLastModifiedTime(cache).compareTo(Files.getLastModifiedTime(jar())) >= 0;
        return ofThisBuild ? Optional.of(cache) : Optional.empty();
    }

    /// Where the JVM keeps the classes that a service of this kind loads.
    static Path archive(Service.Kind kind) {
        return jar().resolveSibling(kind + "-classes.jsa");
    }

    private Program() {}
}
