module.exports = () => { throw new Error("this ran"); };
