# just demo, just test ...: the commands of ./run, for those who type just.

default:
    @./run

# set up, read an article of ours into report.html
demo:
    ./run demo

# set up, then every check
test:
    ./run test

# set up, then the checks that run no test
lint:
    ./run lint

# train the model anew (hours)
train *arguments:
    ./run train {{arguments}}

# write docs/reference/, schemas/ and the README's table anew from the code
docs:
    .venv/bin/python -m docs.build --table
