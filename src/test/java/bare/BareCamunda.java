package bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The least that Camunda and Spring Boot are together, for comparison in benchmarks. */
@SpringBootApplication
public class BareCamunda {

	public static void main(String[] args) {
		SpringApplication.run(BareCamunda.class, args);
	}

}
