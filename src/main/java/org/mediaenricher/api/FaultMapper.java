package org.mediaenricher.api;

import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.mediaenricher.problems.Problem;
import org.mediaenricher.storage.StoreFailure;
import org.mediaenricher.storage.StoreUnavailable;

/** Everything else that was thrown: a dependency that is down, told as 503, or a bug of ours, logged here once. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(FaultMapper.class);

    @Override
    public Response toResponse(Throwable fault) {
        Optional<Problem> problem = cause(fault, Problem.class);
        if (problem.isPresent()) {
            return new ProblemMapper().toResponse(problem.get());
        }
        if (cause(fault, ProcessingException.class).isPresent()
                || cause(fault, JsonbException.class).isPresent()) {
            return ProblemDetails.response(400, "The body must be the JSON this operation documents.");
        }
        return dependency(fault).orElseGet(() -> bug(fault));
    }

    private static Optional<Response> dependency(Throwable fault) {
        if (cause(fault, StoreUnavailable.class).isPresent()) {
            return Optional.of(away("The object store gives no answer.", fault));
        }
        Optional<SQLException> sql = cause(fault, SQLException.class);
        if (sql.isPresent()) {
            return ofDatabase(sql.get(), fault);
        }
        return cause(fault, StoreFailure.class).map(failure -> ProblemDetails.response(422, failure.getMessage()));
    }

    /** By the class of the SQLSTATE (PostgreSQL manual, appendix A): no state at all is a pool without a connection. */
    private static Optional<Response> ofDatabase(SQLException failure, Throwable fault) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("23")) {
            return Optional.of(ProblemDetails.response(409, "Somebody else was quicker; look again."));
        }
        boolean ourMistake = state.startsWith("22") || state.startsWith("42");
        return ourMistake ? Optional.empty() : Optional.of(away("The database gives no answer.", fault));
    }

    private static Response away(String sentence, Throwable fault) {
        LOG.warnf("%s %s", sentence, fault);
        return ProblemDetails.response(503, sentence);
    }

    private static Response bug(Throwable fault) {
        LOG.error("A request failed", fault);
        return ProblemDetails.response(500, "Something went wrong here. It is in the server's log.");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable fault, Class<T> type) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
